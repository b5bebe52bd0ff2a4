import type { Connector, RateLimit } from '@privacy-connectors/core';

/** Every class lets calls through, is used, and every operation names one that is there. */
export function rateLimitProblems({ manifest: { rateLimits, operations } }: Connector): readonly string[] {
  const named = Object.entries(operations).flatMap(([id, { rateLimit, rateLimitWhen = [] }]) =>
    [rateLimit, ...rateLimitWhen.map((condition) => condition.rateLimit)].map((name) => ({ id, name })),
  );
  const unknown = named
    .filter(({ name }) => rateLimits[name] === undefined)
    .map(({ id, name }) => `${id} counts in the undeclared rate limit ${name}`);
  const unused = Object.keys(rateLimits)
    .filter((declared) => !named.some(({ name }) => name === declared))
    .map((declared) => `no operation counts in the rate limit ${declared}`);
  const closed = Object.entries(rateLimits)
    .filter(([, { limits }]) => limits.length === 0 || !limits.every(allowsRequests))
    .map(([name]) => `the rate limit ${name} allows no request`);
  return [...unknown, ...unused, ...closed];
}

function allowsRequests(limit: RateLimit): boolean {
  if ('burst' in limit) return limit.requestsPerSecond > 0 && limit.burst >= 1;
  return limit.requests >= 1 && limit.seconds > 0;
}
