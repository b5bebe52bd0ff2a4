import { ConnectorError } from '../../errors/index.js';
import type { Layer } from '../exchange.js';
import { vendorRequestId } from '../vendor-request-id.js';

/** What one call cost and how it ended: fit for spans and metrics, for it names no person, secret or URL. @public */
export interface CallObservation {
  readonly operationId: string;
  readonly method: string;
  /** Path template, never the path. */
  readonly path: string;
  readonly attempts: number;
  readonly durationMs: number;
  /** Status of the answer that was handed on, if any was. */
  readonly status?: number;
  /** The vendor's id of the call, if it gave a short and plain one. */
  readonly vendorRequestId?: string;
  /** `code` of the error that ended the call, if any did. */
  readonly error?: string;
}

/** Reports every call once. */
export function observeLayer(observe: ((call: CallObservation) => void) | undefined): Layer {
  if (observe === undefined) return (next) => next;
  return (next) => async (exchange) => {
    const { operationId, operation } = exchange;
    const startedAt = performance.now();
    let attempts = 0;
    const report = (end: CallEnd) => {
      const durationMs = performance.now() - startedAt;
      observe({ operationId, method: operation.method, path: operation.path, attempts, durationMs, ...end });
    };
    try {
      const answer = await next({ ...exchange, onAttempt: () => void (attempts += 1) });
      report({ status: answer.status, ...identified(vendorRequestId(answer.headers)) });
      return answer;
    } catch (error) {
      report(failure(error));
      throw error;
    }
  };
}

type CallEnd = Pick<CallObservation, 'status' | 'error' | 'vendorRequestId'>;

function failure(error: unknown): CallEnd {
  if (!ConnectorError.is(error)) return { error: 'unexpected' };
  const { status, vendorRequestId: id } = error.place;
  return { error: error.code, ...(status === undefined ? {} : { status }), ...identified(id) };
}

function identified(id: string | undefined): Pick<CallObservation, 'vendorRequestId'> {
  return id === undefined ? {} : { vendorRequestId: id };
}
