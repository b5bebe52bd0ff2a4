import type { DecodedWhole } from './decoding/decoded-text.js';

/** From where to where in a text, in characters. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as it is searched: without accents, marks of quotations, zero-width characters and (where asked for) markup. `cased` and `lower` have
 * the same length; their character at `i` stands for the raw text from `starts[i]` to `ends[i]`.
 */
export interface FoldedText {
  readonly raw: string;
  readonly cased: string;
  readonly lower: string;
  /** What is marked as a quotation, in the order of the text. */
  readonly quoted: readonly TextRange[];
  /** Undefined where the folded text is the raw one. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
  /** What was decoded as a whole, by where it begins in the raw text. */
  readonly wholes?: ReadonlyMap<number, DecodedWhole>;
}

/** Where a stretch of folded text lies in the raw one. */
export function rawStart({ starts }: FoldedText, index: number): number {
  return starts === undefined ? index : (starts[index] ?? 0);
}

/** The end of the character before `index`, in the raw text. */
export function rawEnd({ ends }: FoldedText, index: number): number {
  return ends === undefined ? index : (ends[index - 1] ?? 0);
}
