import { describe, expect, it } from '@jest/globals';
import type { Operation, RateLimitClass } from '../src/index.js';
import { ConfigError } from '../src/errors/index.js';
import { connectionBudgets, type BudgetedCall, type RateBudget } from '../src/rate-limit/index.js';

const small: RateLimitClass = { limits: [{ requests: 1, seconds: 1 }], per: 'operation' };
const large: RateLimitClass = { limits: [{ requests: 75, seconds: 1 }], per: 'operation' };
const shared: RateLimitClass = { limits: [{ requestsPerSecond: 5, burst: 10 }], per: 'connection' };

const operation: Operation = {
  method: 'GET',
  path: '/profiles',
  purpose: 'test',
  usedFor: ['access'],
  scopes: [],
  idempotent: true,
  rateLimit: 'large',
  rateLimitWhen: [
    { query: 'include', contains: 'lists', rateLimit: 'small' },
    { query: 'slow', rateLimit: 'shared' },
  ],
};
const call = (query = '', operationId = 'findProfiles'): BudgetedCall => ({
  operationId,
  operation,
  url: `https://vendor.example/profiles${query}`,
});

function budgets() {
  const made: RateLimitClass['limits'][] = [];
  const budgetOf = connectionBudgets({ small, large, shared }, (limits) => {
    made.push(limits);
    return {} as RateBudget;
  });
  return { made, budgetOf };
}

describe('connectionBudgets', () => {
  it.each([
    ['', large],
    ['?include=segments', large],
    ['?include=lists,segments', small],
    ['?include=segments&include=lists', small],
    ['?slow', shared],
    ['?slow=1&include=lists', small],
  ])('pays a call with the query "%s" from its class', (query, expected) => {
    const { made, budgetOf } = budgets();
    budgetOf(call(query));
    expect(made).toEqual([expected.limits]);
  });

  it('pays a call without conditions from the class of its operation', () => {
    const { made, budgetOf } = budgets();
    const { rateLimitWhen, ...plain } = operation;
    expect(rateLimitWhen).toHaveLength(2);
    budgetOf({ ...call('?slow'), operation: plain });
    expect(made).toEqual([large.limits]);
  });

  it('names each budget after its class, and after the operation where that is counted by itself', () => {
    const names: string[] = [];
    const budgetOf = connectionBudgets({ small, large, shared }, (_, name) => {
      names.push(name);
      return {} as RateBudget;
    });
    for (const query of ['', '?slow', '?include=lists']) budgetOf(call(query));
    expect(names).toEqual(['large findProfiles', 'shared', 'small findProfiles']);
  });

  it('keeps one budget per operation, or one for all, as the class says', () => {
    const { budgetOf } = budgets();
    expect(budgetOf(call())).toBe(budgetOf(call('?page=2')));
    expect(budgetOf(call())).not.toBe(budgetOf(call('', 'getProfile')));
    expect(budgetOf(call('?slow=1'))).toBe(budgetOf(call('?slow=2', 'getProfile')));
  });

  it('refuses a class that the manifest does not have', () => {
    const unknown = () => connectionBudgets({})(call());
    expect(unknown).toThrow(ConfigError);
    expect(unknown).toThrow('The manifest has no rate limit named large.');
  });

  it('makes real budgets unless told otherwise', async () => {
    const budget = connectionBudgets({
      large: { limits: [{ requests: 1000, seconds: 1 }], per: 'connection' },
    })(call());
    await expect(budget.acquire(AbortSignal.timeout(5000))).resolves.toBeUndefined();
  });
});
