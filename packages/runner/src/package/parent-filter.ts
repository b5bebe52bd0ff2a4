const bits = 2 ** 23;

/**
 * Remembers in one fixed megabyte which records have children, so that a page about 100,000 messages does not ask the
 * store 100,000 times for attachments that are not there. A Bloom filter of one hash: "no" is certain, "yes" means ask.
 */
export class ParentFilter {
  readonly #bits = new Uint8Array(bits / 8);

  add(key: string): void {
    const bit = fnv1a(key) % bits;
    this.#bits[bit >> 3] = (this.#bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  mayHave(key: string): boolean {
    const bit = fnv1a(key) % bits;
    return ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

/** The 32-bit FNV-1a hash over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
