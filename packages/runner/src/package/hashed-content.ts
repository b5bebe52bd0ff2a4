import { createHash } from 'node:crypto';

/** What is known of a file once it has been written. */
export interface StoredFile {
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the uncompressed bytes. */
  readonly sha256: string;
}

/** Passes content on unchanged, counting and hashing it. Read it once, then ask for the `result`. */
export class HashedContent implements AsyncIterable<Uint8Array> {
  readonly #content: AsyncIterable<Uint8Array>;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#content = content;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#content) {
      if (chunk.byteLength === 0) continue;
      this.#hash.update(chunk);
      this.#bytes += chunk.byteLength;
      yield chunk;
    }
  }

  /** Bytes and hash of what was read. */
  result(): StoredFile {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
