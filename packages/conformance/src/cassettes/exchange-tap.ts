import { VendorContractError } from '@privacy-connectors/core/errors';
import { defaultLimits, operationOf, type Send } from '@privacy-connectors/core/http';
import { mediaTypeOf } from '../description/media-type.js';
import { messageBodyOf, type MessageBody } from '../description/message-body.js';

/** A request that was answered, as it went over the wire: it has secrets and personal data in it. */
export interface WholeExchange {
  /** `undeclared` for a request that is not tagged with an operation. */
  readonly operationId: string;
  readonly request: SentRequest;
  readonly status: number;
  readonly headers: Headers;
  readonly body: MessageBody;
}

/** The request of an exchange. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: MessageBody;
}

/** Told of each exchange once its answer has arrived; of a streamed one, once it has been read. */
export type ExchangeListener = (exchange: WholeExchange) => void;

/** Sends through `send` and tells of every answer. For the transport of a pipeline. */
export function tapExchanges(send: Send, listen: ExchangeListener): Send {
  return async (request) => {
    const tagged = operationOf(request);
    const sent = await readRequest(request);
    const answer = await send(request);
    const { status, headers } = answer;
    const tell = (body: MessageBody) => {
      listen({ operationId: tagged?.operationId ?? 'undeclared', request: sent, status, headers, body });
    };
    const streamed = tagged?.operation.binary === true && answer.ok;
    return streamed ? countBytes(answer, tell) : readAnswer(answer, tell);
  };
}

/** What a request says, without using it up. */
export async function readRequest(request: Request): Promise<SentRequest> {
  const { method, headers } = request;
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  const body = messageBodyOf(bytes, mediaTypeOf(headers.get('content-type')));
  return { method, url: new URL(request.url), headers, body };
}

async function readAnswer(answer: Response, tell: (body: MessageBody) => void): Promise<Response> {
  const { body } = answer;
  const bytes = body === null ? new Uint8Array() : await readCapped(body);
  tell(messageBodyOf(bytes, mediaTypeOf(answer.headers.get('content-type'))));
  return body === null ? answer : new Response(bytes, answer);
}

/** No more than a pipeline takes. @throws VendorContractError for a larger answer. */
async function readCapped(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > defaultLimits.maxAnswerBytes)
      throw new VendorContractError(
        `The vendor's answer is larger than ${defaultLimits.maxAnswerBytes} bytes.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Nothing of a file is kept but its size. */
function countBytes(answer: Response, tell: (body: MessageBody) => void): Response {
  if (answer.body === null) {
    tell({ kind: 'none' });
    return answer;
  }
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      controller.enqueue(chunk);
    },
    flush() {
      tell(length === 0 ? { kind: 'none' } : { kind: 'bytes', length });
    },
  });
  return new Response(answer.body.pipeThrough(counter), answer);
}
