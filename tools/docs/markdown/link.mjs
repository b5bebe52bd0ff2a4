import { text } from './text.mjs';

/** What would end the target of a link before its time. */
const unsafe = /[\s<>()|\\]/g;

/** A link whose words come from a manifest. */
export function link(words, target) {
  return `[${text(words)}](${target.replaceAll(unsafe, percentEncoded)})`;
}

/** `encodeURIComponent` leaves parentheses alone. */
function percentEncoded(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
