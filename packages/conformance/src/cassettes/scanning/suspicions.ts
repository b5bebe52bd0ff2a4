import { countAlphanumerics } from '../pseudonyms/alphabets.js';
import { emailsIn, nobodysCountry, nowhere, phonesIn } from '../pseudonyms/recognise.js';
import { isLongPseudonym, longText } from '../pseudonyms/shape.js';

/** What a text looks like that nobody should find in a cassette. @public */
export type Suspicion = 'e-mail address' | 'phone number' | 'bearer token' | 'JWT' | 'long random text';

const rules: Readonly<Record<Suspicion, (text: string) => boolean>> = {
  'e-mail address': (text) => emailsIn(text).some((email) => !email.toLowerCase().endsWith(`@${nowhere}`)),
  'phone number': (text) => phonesIn(text).some((phone) => !new RegExp(`^\\+?${nobodysCountry}`).test(phone)),
  'bearer token': (text) => /\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/i.test(text),
  JWT: (text) => /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/.test(text),
  'long random text': (text) => (text.match(/[\w+/=.~-]{20,}/g) ?? []).some(isRandom),
};

/** What a text looks like; nothing for pseudonyms. */
export function suspicionsAbout(text: string): readonly Suspicion[] {
  const parts = partsOf(text).filter((part) => !isLongPseudonym(part));
  // What divides a link may also stand in an address.
  if (parts.length > 1 && rules['e-mail address'](text)) return ['e-mail address'];
  const rest = parts.map((part) => part.replaceAll(new RegExp(`[a-z]{20}@${nowhere}`, 'gi'), ''));
  return (Object.keys(rules) as Suspicion[]).filter((suspicion) =>
    rest.some((part) => rules[suspicion](part)),
  );
}

/** A link is made of values that were replaced one by one. */
function partsOf(text: string): readonly string[] {
  if (isLongPseudonym(text) || !/^<?(?:https?:\/\/|\/)\S/i.test(text)) return [text];
  return text.split(/[\s<>"/?&=;]+/).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Letters and digits, or capital and small letters, mixed as in no word. */
function isRandom(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [digits, capitals, small] = [count(/\d/g), count(/[A-Z]/g), count(/[a-z]/g)];
  const all = countAlphanumerics(text);
  if (all < longText) return false;
  const mixed = digits >= 3 && capitals + small >= 1;
  return mixed || digits === all || Math.min(capitals, small) >= all / 4;
}
