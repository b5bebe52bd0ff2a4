import { emailPseudonym } from './email.js';
import { KeyedDigest } from './keyed-digest.js';
import { phonePseudonym } from './phone.js';
import { emailsIn, hasUrl, isEmail, nowhere, phonesIn } from './recognise.js';
import { shapePseudonym } from './shape.js';
import { bytesForWords, wordsOf } from './words.js';

/** What stands for values in a cassette. */
export interface Replacement {
  text(value: string): string;
  number(value: number): number;
}

/** Leaves everything as it is: for what was replaced before. */
export const asItIs: Replacement = { text: (value) => value, number: (value) => value };

/** Characters of a free text: the pseudonym has the next larger of these lengths. */
const shortest = 32;

/**
 * Pseudonyms under a key: the same value has the same pseudonym wherever it stands, different values have different ones,
 * and nobody without the key can tell what stands behind one. An e-mail address stays an address (of example.invalid), a
 * phone number a number (of no country), an id, token or cursor keeps its length and its kinds of characters, as text and
 * as number alike, a URL becomes another one, and free text becomes made-up words, about as many. @public
 */
export class Pseudonyms implements Replacement {
  readonly #digest: KeyedDigest;

  /** @throws RangeError for a key of less than 16 bytes. */
  constructor(key: string) {
    this.#digest = new KeyedDigest(key);
  }

  text(value: string): string {
    if (value === '') return value;
    if (isEmail(value)) return emailPseudonym(this.#digest, value);
    if (phonesIn(value)[0] === value) return phonePseudonym(this.#digest, value);
    if (hasUrl(value) && !/\s/.test(value)) return `https://${nowhere}/${this.#words(value, shortest, '-')}`;
    if (isPlain(value)) return shapePseudonym(this.#digest, value);
    return this.#words(value, lengthClass(value), ' ');
  }

  /** Whole numbers alone identify anybody; others stay. */
  number(value: number): number {
    if (!Number.isInteger(value)) return value;
    const digits = BigInt(Math.abs(value)).toString();
    return Number(this.text(digits)) * (value < 0 ? -1 : 1);
  }

  #words(value: string, length: number, separator: string): string {
    return wordsOf(this.#digest.bytes('words', value, bytesForWords(length)), length, separator);
  }
}

/** One word of ASCII in which nothing is hidden. */
function isPlain(value: string): boolean {
  return (
    /^[!-~]+$/.test(value) && emailsIn(value).length === 0 && phonesIn(value).length === 0 && !hasUrl(value)
  );
}

function lengthClass(value: string): number {
  let length = shortest;
  while (length < value.length) length *= 4;
  return length;
}
