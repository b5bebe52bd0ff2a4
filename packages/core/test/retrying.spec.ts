import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CancelledError, ThrottledError } from '../src/errors/index.js';
import { operationTag, type Send } from '../src/http/index.js';
import { RetryQuota } from '../src/retry/index.js';
import { call, operations, pipelineTo, sleepyClock } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

const find = (send: Send) => call(send, `${vendor.origin}/contacts`);
const answering = (status: number, headers: Record<string, string> = {}) => {
  vendor.answerWith((response) => {
    json(response, status, {}, { 'x-request-id': 'r1', ...headers });
  });
};

/** How often a call with this method is sent when the vendor is down. */
async function attemptsOf(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', idempotent: boolean) {
  answering(503);
  const thing = { ...operations.findContacts, method, idempotent, path: '/thing' };
  const request = new Request(`${vendor.origin}/thing`, { method });
  operationTag({ thing }).onRequest({ request, schemaPath: '/thing' });
  await pipelineTo(vendor.origin)(request).catch(() => undefined);
  return vendor.arrivals.length;
}

describe('what is repeated', () => {
  it.each(['GET', 'PUT', 'DELETE'] as const)('includes every %s', async (method) => {
    expect(await attemptsOf(method, false)).toBe(4);
  });

  it.each(['POST', 'PATCH'] as const)('includes a %s only when it does no harm', async (method) => {
    expect(await attemptsOf(method, false)).toBe(1);
    expect(await attemptsOf(method, true)).toBe(1 + 4);
  });

  it.each([400, 404, 409, 501, 505, 599])(
    'leaves out an answer of %d, which is handed on',
    async (status) => {
      answering(status);
      expect((await find(pipelineTo(vendor.origin))).status).toBe(status);
      expect(vendor.arrivals).toHaveLength(1);
    },
  );
});

describe('giving up on a vendor', () => {
  it.each([500, 502, 503, 504, 408, 425])('that keeps answering %d says so', async (status) => {
    answering(status);
    await expect(find(pipelineTo(vendor.origin))).rejects.toMatchObject({
      code: 'transient',
      message: `The vendor keeps answering ${String(status)}.`,
      place: { operation: 'findContacts', status, vendorRequestId: 'r1' },
    });
  });

  it.each([
    [{}, 4000],
    [{ 'retry-after': '7' }, 7000],
  ])('that keeps answering 429 waits for what it asks, or ever longer: %j', async (headers, wait) => {
    answering(429, headers);
    const clock = sleepyClock();
    const error = await find(pipelineTo(vendor.origin, { clock })).catch((thrown: unknown) => thrown);
    if (!(error instanceof ThrottledError)) throw error;
    expect(error.retryAt.getTime()).toBe(clock.now() + wait);
    expect(error.place).toEqual({ operation: 'findContacts', status: 429, vendorRequestId: 'r1' });
  });

  it.each([
    ['60', 3],
    ['61', 0],
  ])('that asks for %s seconds sleeps %d times here', async (seconds, times) => {
    answering(503, { 'retry-after': seconds });
    const clock = sleepyClock();
    const error = await find(pipelineTo(vendor.origin, { clock })).catch((thrown: unknown) => thrown);
    expect(clock.slept).toEqual(Array(times).fill(60_000));
    expect(error).toMatchObject({
      code: times === 0 ? 'throttled' : 'transient',
      place: { operation: 'findContacts', status: 503, vendorRequestId: 'r1' },
    });
  });

  it('counts attempts and pauses as it was told', async () => {
    answering(503);
    const clock = sleepyClock();
    const limits = { attempts: 5, backoffBaseMs: 10, backoffCapMs: 30 };
    await expect(find(pipelineTo(vendor.origin, { clock, limits }))).rejects.toThrow();
    expect(clock.slept).toEqual([5, 10, 15, 15]);
  });

  it('is earlier for a connection whose retries are used up, until calls succeed', async () => {
    const quota = new RetryQuota();
    const send = pipelineTo(vendor.origin, { quota });
    while (quota.take('answer'));
    answering(404);
    for (let calls = 0; calls < 5; calls += 1) await find(send);
    expect(quota.take('answer')).toBe(false);
    answering(200);
    for (let calls = 0; calls < 5; calls += 1) await find(send);
    expect(quota.take('answer')).toBe(true);
  });
});

describe('a caller', () => {
  it('who gives up during a pause is told so', async () => {
    answering(503);
    const caller = new AbortController();
    const sleep = (_: number, signal: AbortSignal) => {
      caller.abort();
      signal.throwIfAborted();
      return Promise.resolve();
    };
    const send = pipelineTo(vendor.origin, { clock: { now: () => 0, sleep } });
    const given = call(send, `${vendor.origin}/contacts`, { signal: caller.signal });
    await expect(given).rejects.toThrow(new CancelledError('The call was given up.'));
    await expect(given).rejects.toMatchObject({ place: { operation: 'findContacts' } });
  });

  it('is told when the vendor took too long, with all attempts', async () => {
    vendor.answerWith(() => undefined);
    const limits = { stepDeadlineMs: 50 };
    await expect(find(pipelineTo(vendor.origin, { limits }))).rejects.toMatchObject({
      code: 'transient',
      message: 'The vendor took too long.',
      place: { operation: 'findContacts' },
    });
  });

  it('who wants to leave for elsewhere is told which call it was', async () => {
    const elsewhere = call(pipelineTo(vendor.origin), 'https://elsewhere.example/contacts');
    await expect(elsewhere).rejects.toMatchObject({
      code: 'egress_refused',
      message: 'A request was refused: it was about to leave for a place the connection does not allow.',
      place: { operation: 'findContacts' },
    });
  });
});
