import { createHash } from 'node:crypto';
import { countAlphanumerics, isNumeral, placesOf, type Place } from './alphabets.js';
import type { KeyedDigest } from './keyed-digest.js';
import { permute } from './permutation.js';

/** From here on a text of letters and digits looks like a secret, and its pseudonym proves that it is none. */
export const longText = 20;

/** How many of the last letters and digits of a long pseudonym prove that it is one. */
const proofLength = 6;

/** The largest number that JSON carries through JavaScript without loss, and how many digits it has. */
const largest = BigInt(Number.MAX_SAFE_INTEGER);
const largestLength = 16;

/**
 * The pseudonym of an id, token or cursor: as long, with digits for digits and letters for letters. Short ones are permuted
 * among all of their shape, so that two never become one; long ones are drawn, and end with a proof.
 */
export function shapePseudonym(digest: KeyedDigest, text: string): string {
  if (text.length === largestLength && isNumeral(text) && !text.startsWith('0'))
    return longNumeral(digest, text);
  const places = placesOf(text);
  return countAlphanumerics(text) < longText ? permuted(digest, places) : drawn(digest, text, places);
}

/** Whether a long text is a pseudonym, which needs no key to see. By chance, one in a million others passes. */
export function isLongPseudonym(text: string): boolean {
  return countAlphanumerics(text) >= longText && withProof(placesOf(text)) === text;
}

/** Numbers that JavaScript reads without loss stay among themselves. */
function longNumeral(digest: KeyedDigest, text: string): string {
  const value = BigInt(text);
  const least = 10n ** BigInt(largestLength - 1);
  const [from, to] = value <= largest ? [least, largest + 1n] : [largest + 1n, least * 10n];
  return String(from + permute(digest, 'numeral', value - from, to - from));
}

function permuted(digest: KeyedDigest, places: readonly Place[]): string {
  const size = places.reduce((product, { alphabet }) => product * BigInt(alphabet.length), 1n);
  const index = places.reduce(
    (sum, { character, alphabet }) => sum * BigInt(alphabet.length) + BigInt(alphabet.indexOf(character)),
    0n,
  );
  const shape = JSON.stringify(places.map(({ alphabet }) => alphabet[0]));
  let rest = permute(digest, `shape/${shape}`, index, size);
  const characters = places.toReversed().map(({ alphabet }) => {
    const radix = BigInt(alphabet.length);
    const character = alphabet[Number(rest % radix)] ?? '';
    rest /= radix;
    return character;
  });
  return characters.toReversed().join('');
}

function drawn(digest: KeyedDigest, text: string, places: readonly Place[]): string {
  const bytes = digest.bytes('text', text, places.length * 2);
  const filled = places.map(({ alphabet }, index) => ({
    alphabet,
    character: alphabet[bytes.readUInt16BE(index * 2) % alphabet.length] ?? '',
  }));
  return withProof(filled);
}

/** The text whose last letters and digits follow from the ones before by a hash that everybody can compute. */
function withProof(places: readonly Place[]): string {
  const open = places.flatMap(({ alphabet }, index) => (alphabet.length > 1 ? [index] : []));
  const proving = open.slice(-proofLength);
  const body = places.map(({ character }, index) => (proving.includes(index) ? '' : character)).join('');
  const hash = createHash('sha256').update(`pseudonym of privacy-connectors: ${body}`).digest();
  return places
    .map(({ character, alphabet }, index) => {
      const position = proving.indexOf(index);
      return position < 0 ? character : alphabet[hash.readUInt16BE(position * 2) % alphabet.length];
    })
    .join('');
}
