import type { PackageRecord } from '../package-source.js';
import type { Enclosure, Piece } from './enclosure.js';

/** Characters of a page's data after which it ends; a page is longer by what its last record is. */
const longestPage = 1_200_000;

/** Cuts the pieces of one connection into pages that a browser opens: what is open at a cut is closed, and opened again. */
export class Pager {
  readonly #pieces: AsyncGenerator<Piece, void>;
  #open: readonly Enclosure[] = [];
  #ahead: Piece | undefined;

  constructor(pieces: AsyncGenerator<Piece, void>) {
    this.#pieces = pieces;
  }

  /** Whether there is (another) page. */
  async more(): Promise<boolean> {
    this.#ahead ??= await this.#read();
    return this.#ahead !== undefined;
  }

  /** The data of the next page; `note` is told each record on it. */
  async *page(note: (record: PackageRecord) => void): AsyncGenerator<string> {
    const reopened = this.#open.map(({ reopen }) => reopen.text).join('');
    yield reopened;
    let length = reopened.length;
    let mayEnd = false;
    while (await this.more()) {
      const piece = this.#ahead as Piece;
      if (piece.kind === 'open' && mayEnd && length > longestPage) break;
      this.#ahead = undefined;
      if (piece.kind === 'open' && piece.record !== undefined) note(piece.record);
      // A list without a single entry would be left behind.
      mayEnd = piece.kind !== 'open' || piece.record !== undefined;
      const text = this.#print(piece);
      length += text.length;
      yield text;
    }
    yield this.#open
      .toReversed()
      .map(({ close }) => close.text)
      .join('');
  }

  #print(piece: Piece): string {
    if (piece.kind === 'content') return piece.markup.text;
    if (piece.kind === 'open') {
      this.#open = [...this.#open, piece.enclosure];
      return piece.enclosure.open.text;
    }
    const innermost = this.#open.at(-1);
    this.#open = this.#open.slice(0, -1);
    return innermost?.close.text ?? '';
  }

  async #read(): Promise<Piece | undefined> {
    const next = await this.#pieces.next();
    return next.done === true ? undefined : next.value;
  }
}
