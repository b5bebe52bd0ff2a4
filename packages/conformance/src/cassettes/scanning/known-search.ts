import { decodingsOf, withoutGrouping } from './decodings.js';
import { fragmentLength, type Spellings } from './spellings.js';

/** Looks for many values at once, each in all its spellings. */
export class KnownSearch {
  readonly #spellings: readonly Spellings[];
  /** Whose a fragment is. */
  readonly #fragments = new Map<string, readonly number[]>();

  constructor(spellings: readonly Spellings[]) {
    this.#spellings = spellings;
    for (const [index, { fragmented }] of spellings.entries()) {
      for (const fragment of new Set(fragmented.flatMap(fragmentsOf)))
        this.#fragments.set(fragment, [...(this.#fragments.get(fragment) ?? []), index]);
    }
  }

  /** Positions of the values that are in one of the texts, under any encoding. */
  foundIn(originals: readonly string[]): ReadonlySet<number> {
    const decoded = originals.flatMap(decodingsOf);
    const texts = [...new Set([...decoded, ...decoded.map(withoutGrouping)])];
    return new Set(texts.flatMap((text) => [...this.#whole(text), ...this.#inPieces(text)]));
  }

  #whole(text: string): readonly number[] {
    return this.#spellings.flatMap(({ texts, numbers }, index) => {
      const isThere =
        texts.some((spelling) => text.includes(spelling)) ||
        numbers.some((digits) => hasNumber(text, digits));
      return isThere ? [index] : [];
    });
  }

  #inPieces(text: string): readonly number[] {
    if (this.#fragments.size === 0) return [];
    const found: number[] = [];
    for (let start = 0; start <= text.length - fragmentLength; start += 1)
      found.push(...(this.#fragments.get(text.slice(start, start + fragmentLength)) ?? []));
    return found;
  }
}

function fragmentsOf(text: string): readonly string[] {
  const count = Math.max(0, text.length - fragmentLength + 1);
  return Array.from({ length: count }, (_, start) => text.slice(start, start + fragmentLength));
}

/** Not as a part of a longer number. */
function hasNumber(text: string, digits: string): boolean {
  return text.includes(digits) && new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(text);
}
