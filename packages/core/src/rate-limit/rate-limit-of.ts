import type { Operation } from '../contract/operation.js';
import type { RateLimitCondition } from '../contract/rate-limit.js';

/** A call as far as limits depend on it. @public */
export interface BudgetedCall {
  readonly operationId: string;
  readonly operation: Operation;
  readonly url: string;
}

/** The name of the limit class that a call counts in: the first condition that its query meets, or the operation's own. */
export function rateLimitOf({ operation, url }: BudgetedCall): string {
  const query = new URL(url).searchParams;
  return (
    operation.rateLimitWhen?.find((condition) => holds(condition, query))?.rateLimit ?? operation.rateLimit
  );
}

function holds({ query: name, contains = '' }: RateLimitCondition, query: URLSearchParams): boolean {
  return query.getAll(name).some((value) => value.includes(contains));
}
