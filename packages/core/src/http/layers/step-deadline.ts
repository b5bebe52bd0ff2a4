import { CancelledError, TransientError } from '../../errors/index.js';
import type { Layer } from '../exchange.js';
import { startTimeLimit } from '../time-limit.js';

/**
 * Bounds a call with all its attempts and waits, and tells a caller who gave up from a vendor who took too long.
 * A binary's body may take longer; it still ends when the caller gives up.
 */
export function stepDeadline(milliseconds: number): Layer {
  return (next) => async (exchange) => {
    const { operationId, signal: caller } = exchange;
    const limit = startTimeLimit(caller, milliseconds);
    try {
      return await next({ ...exchange, signal: limit.signal });
    } catch (error) {
      const place = { operation: operationId };
      if (caller.aborted) throw new CancelledError('The call was given up.', place);
      if (limit.expired()) throw new TransientError('The vendor took too long.', place);
      throw error;
    } finally {
      limit.stop();
    }
  };
}
