/** A word of a name with a capital: "Anna", "d'Aubigny". */
export const capitalised = String.raw`(?:\p{Ll}{1,2}')?\p{Lu}[\p{L}\p{N}\p{M}'.-]{0,40}`;
/** Small words within a name. */
export const particle =
  'de|del|della|degli|der|den|da|das|do|dos|di|du|la|le|van|von|zu|zum|zur|ter|ten|bin|ibn|al|abu|af|av|y';
const anyWord = String.raw`\p{L}[\p{L}\p{N}\p{M}'.-]{0,40}`;
/** Up to six words of whatever case. */
export const anyName = String.raw`${anyWord}(?: {1,2}\(?${anyWord}\)?){0,5}`;
