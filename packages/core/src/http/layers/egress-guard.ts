import { EgressError } from '../../errors/index.js';
import { bufferAnswer } from '../answer-body.js';
import { streamAnswer, type DownloadLimits } from '../download.js';
import type { Layer } from '../exchange.js';
import { isAllowed } from '../origins.js';
import { placeOf } from '../vendor-request-id.js';

/** What may leave and what may come in. Sizes in bytes. */
export interface EgressOptions extends DownloadLimits {
  readonly origins: ReadonlySet<string>;
  readonly maxAnswerBytes: number;
}

/** The last gate: nothing leaves for a place that is not allowed, no redirect is followed, no answer is endless. */
export function egressGuard(options: EgressOptions): Layer {
  return (next) => async (exchange) => {
    const { operationId, operation } = exchange;
    if (!isAllowed(exchange.url, options.origins)) {
      throw new EgressError(
        'A request was refused: it was about to leave for a place the connection does not allow.',
        { operation: operationId },
      );
    }
    const answer = await next(exchange);
    if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400)) {
      await answer.body?.cancel();
      throw new EgressError(
        'The vendor redirects the call elsewhere. Redirects are never followed.',
        placeOf(operationId, answer),
      );
    }
    return answer.ok && operation.binary === true
      ? streamAnswer(answer, exchange, options)
      : bufferAnswer(answer, options.maxAnswerBytes, operationId);
  };
}
