import type { BudgetOf } from '../../rate-limit/connection-budgets.js';
import type { Layer } from '../exchange.js';

/** Every attempt waits for its permit, is counted, and tells the budget what the vendor thought of the pace. */
export function rateBudgetLayer(budgetOf: BudgetOf): Layer {
  return (next) => async (exchange) => {
    const budget = budgetOf(exchange);
    await budget.acquire(exchange.signal);
    exchange.onAttempt?.();
    const answer = await next(exchange);
    if (answer.status === 429) budget.throttled(answer.headers);
    else budget.succeeded(answer.headers);
    return answer;
  };
}
