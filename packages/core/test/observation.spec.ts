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
    expect(calls).toMatchObject([
      { operationId: 'findContacts', method: 'GET', path: '/contacts', attempts: 2, status: 200 },
    ]);
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
    vendor.answerWith((response) => response.writeHead(503).end());
    const failed = call(
      pipelineTo(vendor.origin, { observe: (each) => calls.push(each) }),
      `${vendor.origin}/contacts`,
    );
    await expect(failed).rejects.toThrow(TransientError);
    expect(calls).toMatchObject([{ attempts: 4, status: 503, error: 'transient' }]);
  });
});
