/** A text with what is encoded in it decoded: its character at `i` stands for the raw text from `starts[i]` to `ends[i]`. */
export interface DecodedText {
  readonly raw: string;
  readonly text: string;
  /** Undefined where nothing is decoded. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
  /** What was decoded as a whole, by where it begins in the raw text; none overlap. */
  readonly wholes?: ReadonlyMap<number, DecodedWhole>;
}

/** A stretch of raw text that each of its decoded characters stands for, such as a word in base64. */
export interface DecodedWhole {
  /** Where it ends in the raw text. */
  readonly end: number;
  readonly text: string;
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
  /** Whether none of its characters can be replaced without the others. */
  readonly isWhole?: boolean;
}

/** Where the character at `index` begins in the raw text. */
export function startOf({ starts }: DecodedText, index: number): number {
  return starts?.[index] ?? index;
}

/** Where it ends. */
export function endOf({ ends }: DecodedText, index: number): number {
  return ends?.[index] ?? index + 1;
}
