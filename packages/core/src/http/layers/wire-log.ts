import { redactHeaders } from '../../redaction/headers.js';
import type { Layer } from '../exchange.js';

/** One attempt as it may be logged or recorded: no URL, parameter, body or secret. Sizes in bytes. @public */
export interface RedactedExchange {
  readonly operationId: string;
  readonly method: string;
  /** Path template, never the path. */
  readonly path: string;
  readonly status: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Undefined when the answer is streamed and does not say its size. */
  readonly answerBytes: number | undefined;
}

/** Hands every answered attempt to `record`, redacted. */
export function wireLog(record: ((exchange: RedactedExchange) => void) | undefined): Layer {
  if (record === undefined) return (next) => next;
  return (next) => async (exchange) => {
    const { operationId, operation } = exchange;
    const answer = await next(exchange);
    const length = answer.headers.get('content-length');
    record({
      operationId,
      method: operation.method,
      path: operation.path,
      status: answer.status,
      requestHeaders: redactHeaders(exchange.headers),
      answerHeaders: redactHeaders(answer.headers),
      answerBytes: length === null ? undefined : Number(length),
    });
    return answer;
  };
}
