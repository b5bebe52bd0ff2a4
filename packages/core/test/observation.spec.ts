import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TransientError } from '../src/errors/index.js';
import type { CallObservation, RedactedExchange } from '../src/http/index.js';
import { call, pipelineTo } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

describe('what is observed and recorded', () => {
  it('names operation, template and numbers, and no value', async () => {
    const calls: CallObservation[] = [];
    const exchanges: RedactedExchange[] = [];
    vendor.answerWith((response, count) => {
      json(
        response,
        count === 1 ? 503 : 200,
        { secret: 'canary' },
        { 'set-cookie': 'canary', 'x-request-id': 'r1' },
      );
    });
    const send = pipelineTo(vendor.origin, {
      observe: (each) => calls.push(each),
      record: (each) => exchanges.push(each),
    });
    await call(send, `${vendor.origin}/contacts?email=canary`, {
      headers: { accept: 'application/json', 'x-secret': 'canary' },
    });
    const place = { operationId: 'findContacts', method: 'GET', path: '/contacts' };
    expect(calls).toMatchObject([{ ...place, attempts: 2, status: 200, vendorRequestId: 'r1' }]);
    expect(exchanges.map(({ status, answerBytes }) => [status, answerBytes])).toEqual([
      [503, 19],
      [200, 19],
    ]);
    expect(exchanges[1]).toMatchObject({
      requestHeaders: { accept: 'application/json' },
      answerHeaders: { 'x-request-id': 'r1' },
    });
    expect(JSON.stringify([calls, exchanges])).not.toMatch(/canary|t0ken|127\.0\.0\.1/);
  });

  it('includes how a call failed', async () => {
    const calls: CallObservation[] = [];
    vendor.answerWith((response) => response.writeHead(503, { 'x-request-id': 'r1' }).end());
    const failed = call(
      pipelineTo(vendor.origin, { observe: (each) => calls.push(each) }),
      `${vendor.origin}/contacts`,
    );
    await expect(failed).rejects.toThrow(TransientError);
    expect(calls).toMatchObject([{ attempts: 4, status: 503, vendorRequestId: 'r1', error: 'transient' }]);
  });

  it('says how long a call took, and nothing of an answer that never came', async () => {
    const calls: CallObservation[] = [];
    const before = performance.now();
    vendor.answerWith((response) => response.destroy());
    const send = pipelineTo(vendor.origin, { observe: (each) => calls.push(each), limits: { attempts: 1 } });
    await expect(call(send, `${vendor.origin}/contacts`)).rejects.toThrow(TransientError);
    const took = performance.now() - before;
    expect(calls).toStrictEqual([
      {
        operationId: 'findContacts',
        method: 'GET',
        path: '/contacts',
        attempts: 1,
        durationMs: expect.any(Number),
        error: 'transient',
      },
    ]);
    expect(calls[0]!.durationMs).toBeGreaterThan(0);
    expect(calls[0]!.durationMs).toBeLessThanOrEqual(took);
  });

  it('includes failures that nobody foresaw, without their text', async () => {
    const calls: CallObservation[] = [];
    const current = () => Promise.reject(new Error('canary'));
    const tokens = { current, renew: current };
    const send = pipelineTo(vendor.origin, { observe: (each) => calls.push(each), tokens });
    await expect(call(send, `${vendor.origin}/contacts`)).rejects.toThrow('canary');
    expect(calls).toMatchObject([{ attempts: 1, error: 'unexpected' }]);
    expect(JSON.stringify(calls)).not.toContain('canary');
  });

  it.each([
    [{ 'content-length': '4' }, 4],
    [{}, undefined],
  ])('includes the size of a binary where it is known: %j', async (headers, size) => {
    const exchanges: RedactedExchange[] = [];
    vendor.answerWith((response) => {
      response.writeHead(200, headers);
      response.write('fi', () => response.end('le'));
    });
    const send = pipelineTo(vendor.origin, { record: (each) => exchanges.push(each) });
    const answer = await call(send, `${vendor.origin}/files/7`, {}, '/files/{fileId}');
    expect(await answer.text()).toBe('file');
    expect(exchanges).toMatchObject([
      { operationId: 'download', method: 'GET', path: '/files/{fileId}', status: 200 },
    ]);
    expect(exchanges[0]!.answerBytes).toBe(size);
  });

  it('is nothing where nobody asks', async () => {
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    expect(answer.status).toBe(200);
  });
});
