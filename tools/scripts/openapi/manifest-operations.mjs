import { describedOperations } from './described-operations.mjs';
import { isUnused, operationProblems } from './operation-problems.mjs';
import { resolve } from './resolve.mjs';

/**
 * The operations that a connector calls, as its manifest declares them, by `operationId`.
 * @throws Error with a sentence for everything that is missing.
 */
export function manifestOperations(description) {
  const described = describedOperations(description);
  const problems = described.flatMap(operationProblems);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const used = described.filter(({ operation }) => !isUnused(operation));
  return Object.fromEntries(
    used.map((each) => [each.operation.operationId, manifestOperation(description, each)]),
  );
}

function manifestOperation(description, { path, method, operation }) {
  return {
    method: method.toUpperCase(),
    path,
    purpose: operation.summary,
    usedFor: operation['x-used-for'],
    scopes: operation['x-scopes'],
    idempotent: operation['x-idempotent'] ?? true,
    ...(isBinary(description, operation) ? { binary: true } : {}),
    ...rateLimitOf(operation['x-rate-limit']),
  };
}

function rateLimitOf(limit) {
  if (typeof limit === 'string') return { rateLimit: limit };
  const rateLimitWhen = limit.when.map(({ class: rateLimit, ...condition }) => ({ ...condition, rateLimit }));
  return { rateLimit: limit.class, rateLimitWhen };
}

/** Whether the successful answer has a body, and never one of JSON. */
function isBinary(description, { responses }) {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, response]) =>
    Object.keys(resolve(description, response).content ?? {}),
  );
  return types.length > 0 && !types.some((type) => /[/+]json\b/.test(type));
}
