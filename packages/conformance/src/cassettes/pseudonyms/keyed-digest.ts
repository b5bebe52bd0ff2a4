import { createHmac } from 'node:crypto';

const leastKeyBytes = 16;

/** Bytes that only who has the key can compute, for a purpose and a text. */
export class KeyedDigest {
  readonly #key: Buffer;

  /** @throws RangeError for a key of less than 16 bytes. */
  constructor(key: string) {
    this.#key = Buffer.from(key);
    if (this.#key.byteLength < leastKeyBytes) {
      throw new RangeError('The key of a recording is too short: give it at least 16 bytes.');
    }
  }

  /** As many bytes as asked for; the first ones are the same, however many that are. */
  bytes(purpose: string, text: string, count: number): Buffer {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
      createHmac('sha256', this.#key)
        .update(JSON.stringify([purpose, block, text]))
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, count);
  }

  /** A number of 128 bits. */
  number(purpose: string, text: string): bigint {
    return BigInt(`0x${this.bytes(purpose, text, 16).toString('hex')}`);
  }
}
