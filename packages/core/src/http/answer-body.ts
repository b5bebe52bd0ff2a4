import { refuseDeclaredSize, tooLarge } from './answer-size.js';
import { bufferedAnswer } from './buffered-answer.js';

/**
 * Reads an answer to its end, so that a broken body fails the attempt and not the reader of the answer. Reading it as
 * JSON throws a VendorContractError when it is none; bytes that are no UTF-8 become replacement characters.
 * @throws VendorContractError when it is larger than `maxBytes`.
 */
export async function bufferAnswer(
  answer: Response,
  maxBytes: number,
  operationId?: string,
): Promise<Response> {
  const bytes = await readAll(answer, maxBytes, operationId);
  const init = { status: answer.status, headers: headersOf(answer, bytes.byteLength) };
  if (bytes.byteLength === 0) return new Response(null, init);
  return bufferedAnswer(bytes, init, operationId);
}

/** The headers without those of the transfer, which is over, and with the size as it is now. */
function headersOf(answer: Response, size: number): Headers {
  if (answer.headers.get('content-length') === String(size)) return answer.headers;
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.delete('transfer-encoding');
  headers.set('content-length', String(size));
  return headers;
}

async function readAll(answer: Response, maxBytes: number, operationId?: string): Promise<Uint8Array> {
  if (answer.body === null) return new Uint8Array();
  await refuseDeclaredSize(answer, maxBytes, operationId);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    chunks.push(next.value);
    if (size <= maxBytes) continue;
    await reader.cancel();
    throw tooLarge(answer, maxBytes, operationId);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}
