import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TransientError } from '../src/errors/index.js';
import type { PipelineOptions } from '../src/http/index.js';
import { RetryQuota } from '../src/retry/index.js';
import { call, pipelineTo, sleepyClock } from './support/calls.js';
import { startVendor, type Vendor } from './support/vendor.js';

const origin = 'https://vendor.example';
const failed = (cause: unknown) => new TypeError('fetch failed', { cause });
const coded = (code: string) => Object.assign(new Error(code), { code });

/** How often a call that must not be made twice is tried when every attempt ends like this. */
async function attemptsOf(error: unknown): Promise<number> {
  let attempts = 0;
  const transport = () => {
    attempts += 1;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a transport may throw anything
    return Promise.reject(error);
  };
  const given = call(pipelineTo(origin, { transport }), `${origin}/contacts`, {
    method: 'POST',
    body: 'once',
  });
  await expect(given).rejects.toThrow(TransientError);
  await expect(given).rejects.toThrow('The vendor could not be reached (the connection failed).');
  return attempts;
}

describe('a call that must not be made twice', () => {
  it.each([
    'EAI_AGAIN',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('is repeated after %s: it did not leave', async (code) => {
    expect(await attemptsOf(failed(coded(code)))).toBe(4);
  });

  it('is repeated when it left for none of several addresses', async () => {
    const causes = [coded('ECONNREFUSED'), coded('ENETUNREACH')];
    expect(await attemptsOf(failed(new AggregateError(causes)))).toBe(4);
  });

  it.each([
    ['the connection was reset', failed(coded('ECONNRESET'))],
    [
      'one of several addresses may have got it',
      failed(new AggregateError([coded('ECONNREFUSED'), coded('EPIPE')])),
    ],
    ['nothing is known', new Error('broken')],
    ['nothing is known of the cause', failed('ECONNREFUSED')],
    ['there is no cause', failed(null)],
    ['what failed is no error', 'ECONNREFUSED'],
    ['nothing was thrown', null],
  ])('is not repeated when %s', async (_, error) => {
    expect(await attemptsOf(error)).toBe(1);
  });
});

describe('a broken connection', () => {
  it('uses up the quota of the connection', async () => {
    const clock = sleepyClock();
    const transport = () => Promise.reject(failed(coded('ECONNRESET')));
    const send = pipelineTo(origin, { transport, clock, quota: new RetryQuota() });
    for (let calls = 0; calls < 10; calls += 1)
      await expect(call(send, `${origin}/contacts`)).rejects.toThrow(TransientError);
    expect(clock.slept).toHaveLength(20);
  });
});

describe('no answer in time', () => {
  let vendor: Vendor;
  beforeEach(async () => {
    vendor = await startVendor();
    vendor.answerWith(() => undefined);
  });
  afterEach(() => vendor.close());

  const impatient = (options: Partial<PipelineOptions> = {}) =>
    pipelineTo(vendor.origin, { limits: { attemptTimeoutMs: 20 }, ...options });

  it('is told from a broken connection', async () => {
    await expect(call(impatient(), `${vendor.origin}/contacts`)).rejects.toMatchObject({
      message: 'The vendor could not be reached (no answer in time).',
      place: { operation: 'findContacts' },
    });
  });

  it('does not repeat a call that must not be made twice', async () => {
    const clock = sleepyClock();
    const given = call(impatient({ clock }), `${vendor.origin}/contacts`, { method: 'POST' });
    await expect(given).rejects.toThrow(TransientError);
    expect(clock.slept).toEqual([]);
  });

  it('uses up the quota of the connection twice as fast', async () => {
    const clock = sleepyClock();
    const send = impatient({ clock, quota: new RetryQuota() });
    for (let calls = 0; calls < 10; calls += 1)
      await expect(call(send, `${vendor.origin}/contacts`)).rejects.toThrow(TransientError);
    expect(clock.slept).toHaveLength(10);
  });
});
