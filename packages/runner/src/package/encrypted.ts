import type { Encrypter } from 'age-encryption';

/**
 * The content encrypted, chunk by chunk: it is read no further ahead than it is taken. The same content gives other bytes
 * each time.
 */
export async function* encrypted(
  content: AsyncIterable<Uint8Array>,
  encrypter: Encrypter,
): AsyncGenerator<Uint8Array> {
  // Not Readable.toWeb: it counts chunks where it means bytes, and so buffers without bound.
  yield* await encrypter.encrypt(ReadableStream.from(content));
}
