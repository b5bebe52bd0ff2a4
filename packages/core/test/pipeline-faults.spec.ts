import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AuthError,
  EgressError,
  MissingScopeError,
  ThrottledError,
  TransientError,
  VendorContractError,
  VendorNotFoundError,
  VendorRejectedError,
  type ConnectorError,
} from '../src/errors/index.js';
import { createAnswerReader, type AnswerValidator, type Send } from '../src/http/index.js';
import { RetryQuota } from '../src/retry/index.js';
import { call, countingBudget, operations, pipelineTo, sleepyClock } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

const acceptAnything: AnswerValidator = { validate: () => undefined };
const unwrap = createAnswerReader(acceptAnything, operations);

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

async function failureOf(
  operationId: string,
  send: Send,
  path: string,
  init?: RequestInit,
): Promise<ConnectorError> {
  try {
    const response = await call(send, vendor.origin + path, init);
    unwrap(operationId, { response, data: response.ok ? await response.json() : undefined });
  } catch (error) {
    return error as ConnectorError;
  }
  throw new Error('expected a failure');
}

const find = (send: Send) => failureOf('findContacts', send, '/contacts?email=ann@example.com');
const add = (send: Send) =>
  failureOf('addContact', send, '/contacts', { method: 'POST', body: '{"email":"ann@example.com"}' });

describe('a final refusal', () => {
  it.each([
    [400, VendorRejectedError],
    [401, AuthError],
    [403, MissingScopeError],
    [404, VendorNotFoundError],
    [409, VendorRejectedError],
    [410, VendorNotFoundError],
    [422, VendorRejectedError],
  ])('of %d is not repeated and has its own error', async (status, kind) => {
    vendor.answerWith((response) => {
      json(response, status, { email: 'ann@example.com' }, { 'x-request-id': 'req-1' });
    });
    const error = await find(pipelineTo(vendor.origin));
    expect(error).toBeInstanceOf(kind);
    expect(vendor.arrivals).toHaveLength(1);
    expect(JSON.stringify(error)).not.toMatch(/ann@example|127\.0\.0\.1|t0ken/);
    if (status !== 401)
      expect(error.place).toEqual({ operation: 'findContacts', status, vendorRequestId: 'req-1' });
  });

  it('is about the connection when a 403 operation needs no scope', async () => {
    vendor.answerWith((response) => {
      json(response, 403, {});
    });
    expect(await add(pipelineTo(vendor.origin))).toBeInstanceOf(AuthError);
  });

  it('does not repeat a request id that could be anything', async () => {
    vendor.answerWith((response) => {
      json(response, 400, {}, { 'x-request-id': 'ann@example.com' });
    });
    expect((await find(pipelineTo(vendor.origin))).place.vendorRequestId).toBeUndefined();
  });
});

describe('a passing fault', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])(
    'of %d with an empty body is repeated four times, with growing pauses',
    async (status) => {
      vendor.answerWith((response) => response.writeHead(status).end());
      const clock = sleepyClock();
      const budget = countingBudget();
      const error = await find(pipelineTo(vendor.origin, { clock, budgetOf: () => budget }));
      expect(error).toBeInstanceOf(status === 429 ? ThrottledError : TransientError);
      expect(vendor.arrivals).toHaveLength(4);
      expect(clock.slept).toEqual([250, 500, 1000]);
      expect(budget.seen.acquired).toBe(4);
      expect(budget.seen.throttled).toBe(status === 429 ? 4 : 0);
    },
  );

  it('that passes is not noticed', async () => {
    vendor.answerWith((response, count) => {
      json(response, count < 4 ? 503 : 200, { count });
    });
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    expect(await answer.json()).toEqual({ count: 4 });
  });

  it.each(['reset', 'truncated'])('of a connection %s in the middle is repeated', async (how) => {
    vendor.answerWith((response, count) => {
      if (count === 2) {
        json(response, 200, { count });
        return;
      }
      if (how === 'reset') return response.destroy();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      return response.write('{"half":', () => response.destroy());
    });
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    expect(await answer.json()).toEqual({ count: 2 });
  });

  it('that lasts names no address', async () => {
    vendor.answerWith((response) => response.destroy());
    const error = await find(pipelineTo(vendor.origin));
    expect(error).toBeInstanceOf(TransientError);
    expect(JSON.stringify(error)).not.toContain('127.0.0.1');
    expect(Object.keys(error)).not.toContain('cause');
    expect(error.cause).toBeDefined();
  });

  it('of no answer in time is repeated', async () => {
    vendor.answerWith((response, count) => {
      if (count === 2) json(response, 200, { count });
    });
    const answer = await call(
      pipelineTo(vendor.origin, { limits: { attemptTimeoutMs: 100 } }),
      `${vendor.origin}/contacts`,
    );
    expect(await answer.json()).toEqual({ count: 2 });
  });

  it('stops being repeated once the quota is used up', async () => {
    vendor.answerWith((response) => response.writeHead(503).end());
    const send = pipelineTo(vendor.origin, { quota: new RetryQuota() });
    for (let calls = 0; calls < 10; calls += 1) await find(send);
    expect(vendor.arrivals).toHaveLength(10 + 20);
  });
});

describe('a call that must not be made twice', () => {
  it('is not repeated after a 503 or a broken connection', async () => {
    vendor.answerWith((response, count) =>
      count === 1 ? response.writeHead(503).end() : response.destroy(),
    );
    expect(await add(pipelineTo(vendor.origin))).toBeInstanceOf(TransientError);
    expect(await add(pipelineTo(vendor.origin))).toBeInstanceOf(TransientError);
    expect(vendor.arrivals).toHaveLength(2);
  });

  it('is repeated, body and all, after a 429', async () => {
    vendor.answerWith((response, count) => {
      json(response, count < 3 ? 429 : 200, {});
    });
    await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`, { method: 'POST', body: 'the body' });
    expect(vendor.arrivals.map(({ body }) => body)).toEqual(['the body', 'the body', 'the body']);
  });

  it('is repeated when it surely did not leave', async () => {
    await vendor.close();
    const clock = sleepyClock();
    const error = await add(pipelineTo(vendor.origin, { clock }));
    expect(error).toBeInstanceOf(TransientError);
    expect(clock.slept).toHaveLength(3);
  });

  it('is repeated after anything when the manifest calls it idempotent', async () => {
    vendor.answerWith((response, count) => {
      json(response, count < 3 ? 503 : 200, {});
    });
    const init = { method: 'POST', body: 'again' };
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts/replace`, init);
    expect(answer.status).toBe(200);
    expect(vendor.arrivals.at(-1)?.body).toBe('again');
  });
});

describe('Retry-After', () => {
  it('is waited out when short', async () => {
    const clock = sleepyClock();
    vendor.answerWith((response, count) => {
      json(response, count === 1 ? 429 : 200, {}, { 'retry-after': '7' });
    });
    await call(pipelineTo(vendor.origin, { clock }), `${vendor.origin}/contacts`);
    expect(clock.slept).toEqual([7000]);
  });

  it('as a date is waited out', async () => {
    const clock = sleepyClock();
    const date = new Date(clock.now() + 9000).toUTCString();
    vendor.answerWith((response, count) => {
      json(response, count === 1 ? 503 : 200, {}, { 'retry-after': date });
    });
    await call(pipelineTo(vendor.origin, { clock }), `${vendor.origin}/contacts`);
    expect(clock.slept).toEqual([9000]);
  });

  it.each(['3600', '99999999999999999999'])('of %s parks the work', async (header) => {
    const clock = sleepyClock();
    const now = clock.now();
    vendor.answerWith((response) => {
      json(response, 429, {}, { 'retry-after': header });
    });
    const error = await find(pipelineTo(vendor.origin, { clock }));
    expect(error).toBeInstanceOf(ThrottledError);
    const wait = header === '3600' ? 3_600_000 : 86_400_000;
    expect(error).toMatchObject({ retryAt: new Date(now + wait) });
    expect(vendor.arrivals).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it.each(['-5', 'soon', '0', ''])('of "%s" is ignored', async (header) => {
    const clock = sleepyClock();
    vendor.answerWith((response, count) => {
      json(response, count === 1 ? 429 : 200, {}, { 'retry-after': header });
    });
    await call(pipelineTo(vendor.origin, { clock }), `${vendor.origin}/contacts`);
    expect(clock.slept).toEqual([250]);
  });
});

describe('an answer that cannot be trusted', () => {
  it('is read when only some of its characters are broken', async () => {
    vendor.answerWith((response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from('{"text":"a\xffb"}', 'latin1')),
    );
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    expect(await answer.json()).toEqual({ text: 'a\ufffdb' });
  });

  it('is refused when it is HTML', async () => {
    vendor.answerWith((response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>ann@example.com</p>'),
    );
    const error = await find(pipelineTo(vendor.origin));
    expect(error).toBeInstanceOf(VendorContractError);
    expect(JSON.stringify(error)).not.toContain('ann');
  });

  it.each([true, false])('is refused when it is too large (declared beforehand: %s)', async (declared) => {
    const body = JSON.stringify('x'.repeat(2000));
    vendor.answerWith((response) => {
      response.writeHead(200, declared ? { 'content-length': String(body.length) } : {});
      response.write(body.slice(0, 10), () => response.end(body.slice(10)));
    });
    expect(await find(pipelineTo(vendor.origin, { limits: { maxAnswerBytes: 1000 } }))).toBeInstanceOf(
      VendorContractError,
    );
    expect(vendor.arrivals).toHaveLength(1);
  });

  it('is refused when it redirects, and the other host sees nothing', async () => {
    const other = await startVendor();
    vendor.answerWith((response) => response.writeHead(302, { location: `${other.origin}/contacts` }).end());
    const error = await find(pipelineTo(vendor.origin));
    await other.close();
    expect(error).toBeInstanceOf(EgressError);
    expect(other.arrivals).toHaveLength(0);
    expect(vendor.arrivals).toHaveLength(1);
  });
});
