import type { Manifest, Operation } from '../../src/index.js';
import { Sensitive } from '../../src/index.js';
import { createPipeline, operationTag, type PipelineOptions, type Send } from '../../src/http/index.js';
import { StaticTokenSource } from '../../src/oauth/index.js';
import type { RateBudget } from '../../src/rate-limit/index.js';
import { RetryQuota, type Clock } from '../../src/retry/index.js';

const base = {
  purpose: 'test',
  usedFor: ['access'],
  scopes: [],
  idempotent: false,
  rateLimit: 'all',
} as const;

export const operations = {
  findContacts: { ...base, method: 'GET', path: '/contacts', scopes: ['contact_read'] },
  addContact: { ...base, method: 'POST', path: '/contacts' },
  replaceContact: { ...base, method: 'POST', path: '/contacts/replace', idempotent: true },
  download: { ...base, method: 'GET', path: '/files/{fileId}', binary: true },
} satisfies Record<string, Operation> & Manifest['operations'];

/** Time that passes only when somebody sleeps, and what was slept. */
export function sleepyClock(start = 1_700_000_000_000): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    sleep(milliseconds, signal) {
      signal.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

/** A budget that counts. */
export function countingBudget(): RateBudget & {
  readonly seen: { acquired: number; throttled: number; succeeded: number };
} {
  const seen = { acquired: 0, throttled: 0, succeeded: 0 };
  return {
    seen,
    acquire(signal) {
      signal.throwIfAborted();
      seen.acquired += 1;
      return Promise.resolve();
    },
    throttled: () => void (seen.throttled += 1),
    succeeded: () => void (seen.succeeded += 1),
  };
}

export function pipelineTo(origin: string, options: Partial<PipelineOptions> = {}): Send {
  return createPipeline({
    origins: [origin],
    tokens: new StaticTokenSource(new Sensitive('t0ken')),
    budgetOf: () => countingBudget(),
    quota: new RetryQuota(),
    auth: { kind: 'api_key', header: 'authorization', prefix: 'Bearer ', rejectionStatuses: [401, 403] },
    clock: sleepyClock(),
    random: () => 0.5,
    ...options,
  });
}

/** Sends a request the way a tagged client does. */
export function call(
  send: Send,
  url: string,
  init: RequestInit = {},
  schemaPath = new URL(url).pathname,
): Promise<Response> {
  const request = new Request(url, init);
  operationTag(operations).onRequest({ request, schemaPath });
  return send(request);
}
