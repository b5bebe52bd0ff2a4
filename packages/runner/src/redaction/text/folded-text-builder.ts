import type { DecodedText } from './decoding/decoded-text.js';
import { foldCharacter, lowerCase } from './fold-character.js';
import type { FoldedText, TextRange } from './folded-text.js';
import { hangulSyllable } from './hangul-syllable.js';

/** Puts a folded text together, character by character. */
export class FoldedTextBuilder {
  readonly #layer: DecodedText;
  readonly #cased: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #quoted: TextRange[] = [];
  #depth = 0;
  #quotedFrom: number | undefined;
  #isLineStart = true;
  #isLineQuoted = false;

  constructor(layer: DecodedText) {
    this.#layer = layer;
  }

  /** A character that stands in the raw text from `start` to `end`. What folds to nothing belongs to the one before. */
  add(character: string, start: number, end: number): void {
    const folded = this.#isMark(character) ? '' : foldCharacter(character);
    const last = this.#ends.length - 1;
    if (folded === '' && this.#ends[last] === start) this.#ends[last] = end;
    const syllable = this.#ends[last] === start ? hangulSyllable(this.#cased[last], folded) : undefined;
    if (syllable !== undefined) {
      this.#cased[last] = syllable;
      this.#ends[last] = end;
      return;
    }
    for (let index = 0; index < folded.length; index += 1) {
      this.#cased.push(folded.charAt(index));
      this.#starts.push(start);
      this.#ends.push(end);
    }
    if (folded === '\n') this.#beginLine();
    else if (folded.trim() !== '') this.#isLineStart = false;
  }

  /** An element that quotes begins (1) or ends (-1). */
  nest(step: 1 | -1): void {
    this.#depth = Math.max(0, this.#depth + step);
    this.#noteQuotation();
  }

  build(): FoldedText {
    this.#depth = 0;
    this.#beginLine();
    const cased = this.#cased.join('');
    const { raw, wholes = new Map() } = this.#layer;
    const places = { starts: this.#starts, ends: this.#ends, wholes };
    return { raw, cased, lower: lowerCase(cased), quoted: this.#quoted, ...places };
  }

  /** The mark that a quoted line begins with is no part of what it says, also where a name goes on from the line before. */
  #isMark(character: string): boolean {
    if (!this.#isLineStart || (character !== '>' && !(this.#isLineQuoted && character === ' '))) return false;
    this.#isLineQuoted = true;
    this.#noteQuotation();
    return true;
  }

  #beginLine(): void {
    this.#isLineStart = true;
    this.#isLineQuoted = false;
    this.#noteQuotation();
  }

  #noteQuotation(): void {
    const isQuoted = this.#isLineQuoted || this.#depth > 0;
    if (isQuoted) this.#quotedFrom ??= this.#cased.length;
    else if (this.#quotedFrom !== undefined) {
      this.#quoted.push({ start: this.#quotedFrom, end: this.#cased.length });
      this.#quotedFrom = undefined;
    }
  }
}
