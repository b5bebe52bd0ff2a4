import { ConnectorError } from '../../errors/index.js';
import type { Layer } from '../exchange.js';
import { FailedAttempt, networkFailure } from '../failed-attempt.js';
import { startTimeLimit } from '../time-limit.js';

/** Bounds one attempt, from the first byte sent to the last byte read, and classifies its failures. */
export function attemptTimeout(milliseconds: number): Layer {
  return (next) => async (exchange) => {
    const limit = startTimeLimit(exchange.signal, milliseconds);
    try {
      return await next({ ...exchange, signal: limit.signal });
    } catch (error) {
      if (ConnectorError.is(error) || exchange.signal.aborted) throw error;
      throw limit.expired() ? new FailedAttempt('timeout', true) : networkFailure(error);
    } finally {
      limit.stop();
    }
  };
}
