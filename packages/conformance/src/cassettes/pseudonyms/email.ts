import type { KeyedDigest } from './keyed-digest.js';
import { nowhere } from './recognise.js';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const length = 20;

/**
 * The pseudonym of an e-mail address: an address that nobody can have. Spellings of one address become spellings of one
 * address, and lower case becomes lower case, so that whoever compares or derives spellings still can.
 */
export function emailPseudonym(digest: KeyedDigest, email: string): string {
  const lower = lowerCase(email);
  const name = [...digest.bytes('e-mail', lower, length)].map((byte) => letters[byte % 26]).join('');
  const at = email.lastIndexOf('@');
  const local = spelled(digest, name, email.slice(0, at));
  return `${local}@${spelled(digest, nowhere, email.slice(at + 1))}`;
}

/** `text`, with capital letters when the original is not all in lower case; which ones depends on its spelling. */
function spelled(digest: KeyedDigest, text: string, original: string): string {
  if (original === lowerCase(original)) return text;
  const bytes = digest.bytes('spelling', original, text.length);
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.map((each, index) => capital(each, bytes[index])).join('');
}

function capital(character: string, byte = 0): string {
  return byte % 2 === 0 ? character : character.toUpperCase();
}

function lowerCase(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}
