import { type DecodedPiece, type DecodedText, type DecodedWhole, endOf, startOf } from './decoded-text.js';

/** Puts a decoded text together, piece by piece of the layer before. */
export class DecodedTextBuilder {
  readonly #layer: DecodedText;
  readonly #characters: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #wholes: Map<number, DecodedWhole>;
  #at = 0;
  #isChanged = false;

  constructor(layer: DecodedText) {
    this.#layer = layer;
    this.#wholes = new Map(layer.wholes);
  }

  copyTo(end: number): void {
    for (; this.#at < end; this.#at += 1) this.#push(this.#layer.text.charAt(this.#at), this.#at, this.#at);
  }

  add({ text, length, isWhole = false }: DecodedPiece): void {
    const [first, last] = [this.#at, this.#at + length - 1];
    if (text === undefined) {
      this.copyTo(last + 1);
      return;
    }
    if (isWhole) this.#addWhole(text, first, last);
    this.#at += length;
    this.#isChanged = true;
    // What stands for nothing belongs to what it follows.
    if (text === '' && this.#ends.length > 0) this.#ends[this.#ends.length - 1] = endOf(this.#layer, last);
    for (let index = 0; index < text.length; index += 1) this.#push(text.charAt(index), first, last);
  }

  /** Undefined where nothing was decoded. */
  build(): DecodedText | undefined {
    if (!this.#isChanged) return undefined;
    this.copyTo(this.#layer.text.length);
    const [starts, ends] = [this.#starts, this.#ends];
    return { raw: this.#layer.raw, text: this.#characters.join(''), starts, ends, wholes: this.#wholes };
  }

  /** One that reaches into another belongs to it. */
  #addWhole(text: string, first: number, last: number): void {
    for (let index = first; index <= last; index += 1)
      if (this.#wholes.has(startOf(this.#layer, index))) return;
    this.#wholes.set(startOf(this.#layer, first), { end: endOf(this.#layer, last), text });
  }

  #push(character: string, first: number, last: number): void {
    this.#characters.push(character);
    this.#starts.push(startOf(this.#layer, first));
    this.#ends.push(endOf(this.#layer, last));
  }
}
