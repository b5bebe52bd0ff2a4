const chunkCharacters = 64 * 1024;

/** Joins small strings to chunks of about 64 KiB: a stream pays per chunk, not per byte. */
export async function* toChunks(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let pending: string[] = [];
  let characters = 0;
  for await (const part of text) {
    pending.push(part);
    characters += part.length;
    if (characters < chunkCharacters) continue;
    yield Buffer.from(pending.join(''));
    pending = [];
    characters = 0;
  }
  if (characters > 0) yield Buffer.from(pending.join(''));
}
