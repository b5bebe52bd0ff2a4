import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError, ConfigError, EgressError, TransientError } from '../src/errors/index.js';
import { operationOf, operationTag, pipelineOrder } from '../src/http/index.js';
import { call, operations, pipelineTo } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
  vendor.answerWith((response) => {
    json(response, 200, { fine: true });
  });
});
afterEach(() => vendor.close());

describe('the pipeline', () => {
  it('has its layers in the order that was decided', () => {
    expect(pipelineOrder).toEqual([
      'observe',
      'step deadline',
      'retry',
      'rate budget',
      'authorization',
      'attempt timeout',
      'wire log',
      'egress guard',
    ]);
  });

  it('hands the answer on, body and headers', async () => {
    vendor.answerWith((response) => {
      json(response, 202, { fine: 'naïve' }, { link: 'next' });
    });
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    expect([answer.status, answer.headers.get('link'), await answer.json()]).toEqual([
      202,
      'next',
      { fine: 'naïve' },
    ]);
    expect(vendor.arrivals).toMatchObject([{ method: 'GET', authorization: 'Bearer t0ken' }]);
  });

  it('hands an answer on in whatever form it is read, again and again', async () => {
    const answer = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
    const written = '{"fine":true}';
    expect(await answer.text()).toBe(written);
    expect(await answer.clone().json()).toEqual({ fine: true });
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(written);
    expect(await (await answer.blob()).text()).toBe(written);
    expect(await new Response(answer.body).text()).toBe(written);
  });

  it('leaves no timer behind that would keep the process from ending', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const send = pipelineTo(vendor.origin, { transport: () => Promise.resolve(new Response('{}')) });
      await call(send, `${vendor.origin}/contacts`);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('hands an empty answer on as one', async () => {
    vendor.answerWith((response, count) => response.writeHead(count === 1 ? 204 : 202).end());
    const send = pipelineTo(vendor.origin);
    for (const status of [204, 202]) {
      const answer = await call(send, `${vendor.origin}/contacts`);
      expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
        status,
        '0',
        '',
      ]);
    }
  });
});

describe('operations', () => {
  it('are known by method and path template', () => {
    const request = new Request('https://vendor.example/files/7');
    operationTag(operations).onRequest({ request, schemaPath: '/files/{fileId}' });
    expect(operationOf(request)).toEqual({ operationId: 'download', operation: operations.download });
    expect(operationOf(new Request('https://vendor.example/'))).toBeUndefined();
  });

  it('are also known when another copy of this package looked', () => {
    const known = { operationId: 'download', operation: operations.download };
    const request = new Request('https://vendor.example/files/7');
    Object.defineProperty(request, Symbol.for('@privacy-connectors/operation'), { value: known });
    expect(operationOf(request)).toBe(known);
  });

  it('are also known when somebody else looked first', () => {
    const request = new Request('https://vendor.example/contacts');
    for (const known of [{}, operations]) operationTag(known).onRequest({ request, schemaPath: '/contacts' });
    expect(operationOf(request)?.operationId).toBe('findContacts');
  });

  it.each(['/users', '/contacts'])(
    'that the manifest does not declare (DELETE %s) are refused',
    async (path) => {
      const refused = call(pipelineTo(vendor.origin), vendor.origin + path, { method: 'DELETE' });
      await expect(refused).rejects.toThrow(EgressError);
      await expect(refused).rejects.toThrow(/manifest does not declare/);
      expect(vendor.arrivals).toHaveLength(0);
    },
  );
});

describe('egress', () => {
  it('sends neither request nor token to a foreign origin', async () => {
    const other = await startVendor();
    const unasked = () => Promise.reject(new Error('nobody may ask for a token'));
    const send = pipelineTo(vendor.origin, { tokens: { current: unasked, renew: unasked } });
    const refused = call(send, `${other.origin}/contacts`);
    await expect(refused).rejects.toThrow(EgressError);
    await other.close();
    expect(other.arrivals).toHaveLength(0);
  });

  it.each([
    'http://vendor.example',
    'https://vendor.example/',
    'https://u:p@vendor.example',
    'vendor.example',
    'ftp://127.0.0.1',
  ])('cannot be configured to %s', (origin) => {
    expect(() => pipelineTo(origin)).toThrow(ConfigError);
  });

  it.each([
    'https://vendor.example',
    'https://vendor.example:8443',
    'http://localhost:80801',
    'http://[::1]:8080',
  ])('can be configured to %s only if it is an exact safe origin', (origin) => {
    const make = () => pipelineTo(origin);
    if (URL.canParse(origin)) expect(make).not.toThrow();
    else expect(make).toThrow(ConfigError);
  });
});

describe('giving up', () => {
  it('reaches the request under way', async () => {
    const caller = new AbortController();
    const closed = new Promise((resolve) => {
      vendor.answerWith((response) => {
        response.on('close', resolve);
        caller.abort();
      });
    });
    const given = call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`, { signal: caller.signal });
    await expect(given).rejects.toThrow(CancelledError);
    await closed;
  });

  it('before the call sends nothing', async () => {
    const given = call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`, {
      signal: AbortSignal.abort(),
    });
    await expect(given).rejects.toThrow(CancelledError);
    expect(vendor.arrivals).toHaveLength(0);
  });

  it('happens by itself at the deadline', async () => {
    vendor.answerWith(() => undefined);
    const late = call(
      pipelineTo(vendor.origin, { limits: { stepDeadlineMs: 100 } }),
      `${vendor.origin}/contacts`,
    );
    await expect(late).rejects.toThrow(TransientError);
  });
});
