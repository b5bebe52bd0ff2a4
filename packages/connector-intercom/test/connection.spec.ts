import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { LeakyBucketBudget } from '@privacy-connectors/core/rate-limit';
import { check } from '../src/connection/check.js';
import { normaliseTokenAnswer } from '../src/connection/token-answer.js';
import { manifest } from '../src/manifest/manifest.js';
import { START, withConnection } from './support/connection.js';
import { locate } from './support/requests.js';

afterEach(() => {
  jest.useRealTimers();
});

describe('the test of a connection', () => {
  it('tells the workspace, and no permissions: Intercom names none', () =>
    withConnection({}, async ({ context }) => {
      expect(await check(context)).toEqual({ grantedScopes: 'unknown', account: 'ecahpwf5' });
    }));

  it.each([
    ['EU', 'us', 'eu'],
    ['US', 'au', 'us'],
    ['AU', 'eu', 'au'],
  ] as const)('names the right region for a workspace in %s when %s is set', (region, set, right) =>
    withConnection({ region, settings: { region: set } }, async ({ context }) => {
      await expect(check(context)).rejects.toMatchObject({
        code: 'configuration',
        message: expect.stringContaining(`set region to ${right}`),
      });
    }),
  );

  it.each([
    ['EU', 'eu'],
    ['AU', 'au'],
  ] as const)('is content with a workspace in %s when %s is set', (region, set) =>
    withConnection({ region, settings: { region: set } }, async ({ context }) => {
      expect(await check(context)).toMatchObject({ account: 'ecahpwf5' });
    }),
  );

  it('ends with a dead token at once: Intercom has none to renew it with', () =>
    withConnection({}, async ({ simulator, context }) => {
      simulator.tokens.revoke(simulator.staticToken);
      await expect(check(context)).rejects.toMatchObject({ code: 'authentication' });
      expect(simulator.calls.all.map(({ operationId, tokenKind }) => [operationId, tokenKind])).toEqual([
        ['me', 'revoked'],
      ]);
    }));
});

describe('a token answer', () => {
  it.each<[Json]>([
    [{ token: 'a', access_token: 'a', token_type: 'Bearer' }],
    [{ token: 'a' }],
    [{ access_token: 'a' }],
  ])('is understood as %j', (answer) => {
    expect(normaliseTokenAnswer(answer)).toEqual({ access_token: 'a', token_type: 'bearer' });
  });

  it.each<[Json]>([[{}], [{ token: '' }], [{ token: 5 }], [null], [['a']], ['a']])(
    'is refused as %j',
    (answer) => {
      expect(() => normaliseTokenAnswer(answer)).toThrow(VendorContractError);
    },
  );
});

describe("Intercom's limit", () => {
  it('ends a step as throttled, until the window is over', () =>
    withConnection({ requestsPerWindow: 1 }, async ({ simulator, context, pass }) => {
      const search = () => locate(context, { kind: 'email', value: 'nobody@nowhere.example' });
      await search();
      await expect(search()).rejects.toMatchObject({ code: 'throttled' });
      expect(simulator.calls.countStatus(429)).toBeGreaterThan(0);
      pass(10_000);
      expect(await search()).toEqual({ things: [], identifiers: [] });
    }));

  it('holds calls back until the moment that the headers of a 429 name', async () => {
    const headers = await withConnection({ requestsPerWindow: 20 }, async ({ simulator }) => {
      const request = {
        headers: { authorization: `Bearer ${simulator.staticToken}`, 'intercom-version': '2.16' },
      };
      const answers = [];
      for (let call = 0; call < 21; call += 1) answers.push(await fetch(`${simulator.baseUrl}/me`, request));
      expect(answers.at(-1)!.status).toBe(429);
      return answers.at(-1)!.headers;
    });
    // Three seconds into the window.
    jest.useFakeTimers({ now: START + 3000 });
    const budget = new LeakyBucketBudget({ limits: manifest.rateLimits.api.limits });
    budget.throttled(headers);
    let isFree = false;
    void budget.acquire(new AbortController().signal).then(() => (isFree = true));
    await jest.advanceTimersByTimeAsync(6900);
    expect(isFree).toBe(false);
    // Slower than before, after a 429.
    await jest.advanceTimersByTimeAsync(5000);
    expect(isFree).toBe(true);
  });
});
