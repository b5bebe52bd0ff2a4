import type { MessageBody } from '../description/message-body.js';
import type { RecordedAnswer } from './cassette.js';

/** What stands for the bytes of a file. */
const filling = 'pseudonym ';

/** The recorded answer as a vendor would send it; the same bytes every time. */
export function replayedAnswer({ status, headers, body }: RecordedAnswer): Response {
  return new Response(replayedBytes(body), { status, headers });
}

/** The bytes that stand for a body; null for none. */
function replayedBytes(body: MessageBody): Buffer<ArrayBuffer> | null {
  if (body.kind === 'none') return null;
  return body.kind === 'json' ? Buffer.from(JSON.stringify(body.value)) : Buffer.alloc(body.length, filling);
}
