import type { RateBudget } from '../../rate-limit/rate-budget.js';
import type { Layer } from '../exchange.js';

/** Every attempt waits for its permit, is counted, and tells the budget what the vendor thought of the pace. */
export function rateBudgetLayer(budget: RateBudget): Layer {
  return (next) => async (exchange) => {
    await budget.acquire(exchange.signal);
    exchange.onAttempt?.();
    const answer = await next(exchange);
    if (answer.status === 429) budget.throttled();
    else budget.succeeded();
    return answer;
  };
}
