import { createHash } from 'node:crypto';
import { isPicture, pictureHeadBytes } from './picture.js';

/** What is known of a file once it has been written. */
export interface StoredFile {
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the uncompressed bytes. */
  readonly sha256: string;
  /** Whether its bytes are a picture that a browser shows and cannot run. */
  readonly picture: boolean;
}

/** Passes content on unchanged, counting and hashing it. Read it once, then ask for the `result`. */
export class HashedContent implements AsyncIterable<Uint8Array> {
  readonly #content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #head = Buffer.alloc(0);

  constructor(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#content = content;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#content) {
      if (chunk.byteLength === 0) continue;
      this.#hash.update(chunk);
      if (this.#bytes < pictureHeadBytes) this.#noteHead(chunk);
      this.#bytes += chunk.byteLength;
      yield chunk;
    }
  }

  /** What is known of what was read. */
  result(): StoredFile {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex'), picture: isPicture(this.#head) };
  }

  #noteHead(chunk: Uint8Array): void {
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, pictureHeadBytes - this.#head.length)]);
  }
}
