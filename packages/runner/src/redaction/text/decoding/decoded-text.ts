/** A text with what is encoded in it decoded: its character at `i` stands for the raw text from `starts[i]` to `ends[i]`. */
export interface DecodedText {
  readonly raw: string;
  readonly text: string;
  /** Undefined where nothing is decoded. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
}

/**
 * `strict`: only what is whole, since half of a character may wait for a half that is encoded once more; `lax`: also what
 * programs take for what it was meant to be, such as an entity without its semicolon.
 */
export type Care = 'strict' | 'lax';

/** What a stretch of an encoded text stands for. */
export interface DecodedPiece {
  /** Empty where it stands for nothing, as at the end of a broken line; undefined where it stands for itself. */
  readonly text: string | undefined;
  /** How many characters encode it. */
  readonly length: number;
}

/** Where the character at `index` begins in the raw text. */
export function startOf({ starts }: DecodedText, index: number): number {
  return starts?.[index] ?? index;
}

/** Where it ends. */
export function endOf({ ends }: DecodedText, index: number): number {
  return ends?.[index] ?? index + 1;
}
