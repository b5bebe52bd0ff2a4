import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { bytes, json } from './answer.js';
import { faultMatrix } from './fault.js';
import { LeakyBucket } from './leaky-bucket.js';
import type { Route } from './route.js';
import { SimulatorServer, type SimulatorServerOptions } from './simulator-server.js';

const open: SimulatorServer[] = [];
let handled: string[] = [];

afterEach(async () => {
  handled = [];
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

describe('SimulatorServer', () => {
  it('routes by method and template, and prefers a template without names', async () => {
    const { baseUrl } = await start();
    expect(await textOf(`${baseUrl}/things/a%20b`)).toBe('{"thing":"a b"}');
    expect(await textOf(`${baseUrl}/things/list`)).toBe('{"things":[]}');
    expect((await fetch(`${baseUrl}/things/list`, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(`${baseUrl}/elsewhere`)).status).toBe(404);
  });

  it('logs calls by operation, without path values', async () => {
    const { baseUrl, calls } = await start();
    await fetch(`${baseUrl}/things/secret`, { headers: { authorization: 'Bearer t-1' } });
    await fetch(`${baseUrl}/things/list`);
    await fetch(`${baseUrl}/things/other`);
    expect(calls.all).toEqual([
      { ...logged('getThing', '/things/{id}'), number: 1, operationNumber: 1, tokenKind: 'static' },
      { ...logged('listThings', '/things/list'), number: 2, operationNumber: 1, tokenKind: 'none' },
      { ...logged('getThing', '/things/{id}'), number: 3, operationNumber: 2, tokenKind: 'none' },
    ]);
    expect([calls.total, calls.count('getThing'), calls.countStatus(200)]).toEqual([3, 2, 3]);
    expect(JSON.stringify(calls.all)).not.toMatch(/secret|t-1/);
  });

  it('answers 429 when the bucket is full, with or without Retry-After', async () => {
    const now = () => 0;
    const bucket = () => new LeakyBucket({ capacity: 1, leakPerSecond: 0.25, now });
    const silent = await start({ bucket: bucket() });
    const helpful = await start({ bucket: bucket(), retryAfter: true });
    for (const { baseUrl } of [silent, helpful])
      expect((await fetch(`${baseUrl}/things/list`)).status).toBe(200);
    const [without, withHeader] = await Promise.all(
      [silent, helpful].map(({ baseUrl }) => fetch(`${baseUrl}/things/list`)),
    );
    expect([without?.status, without?.headers.get('retry-after')]).toEqual([429, null]);
    expect([withHeader?.status, withHeader?.headers.get('retry-after')]).toEqual([429, '4']);
    expect((await fetch(`${silent.baseUrl}/free`)).status).toBe(200);
  });

  it('surfaces an error of a route when it is closed', async () => {
    const simulator = await SimulatorServer.start({ ...OPTIONS, routes: [broken()] });
    await expect(fetch(`${simulator.baseUrl}/broken`)).rejects.toThrow();
    await expect(simulator.close()).rejects.toThrow('the route is broken');
  });

  it('frees its port when it is closed, whatever is under way', async () => {
    const simulator = await SimulatorServer.start(OPTIONS);
    const hold = simulator.faults.hold('listThings');
    const waiting = fetch(`${simulator.baseUrl}/things/list`);
    const failed = expect(waiting).rejects.toThrow();
    await hold.arrived;
    const port = Number(new URL(simulator.baseUrl).port);
    await simulator.close();
    await failed;
    const successor = await start({ port });
    expect((await fetch(`${successor.baseUrl}/things/list`)).status).toBe(200);
  });

  it('refuses a port that is taken', async () => {
    const { baseUrl } = await start();
    await expect(SimulatorServer.start({ ...OPTIONS, port: Number(new URL(baseUrl).port) })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});

describe('faults', () => {
  it.each([400, 401, 403, 404, 408, 409, 422, 429, 503])(
    'answers %i in the vendor form, once, unhandled',
    async (status) => {
      const { baseUrl, faults } = await start();
      faults.once('listThings', { kind: 'status', status });
      const faulty = await fetch(`${baseUrl}/things/list`);
      expect([faulty.status, await faulty.text()]).toEqual([status, `{"vendorError":${status}}`]);
      expect(handled).toEqual([]);
      expect((await fetch(`${baseUrl}/things/list`)).status).toBe(200);
    },
  );

  it('answers 500 with an empty body', async () => {
    const { baseUrl, faults } = await start();
    faults.once(1, { kind: 'status', status: 500, body: 'empty' });
    const faulty = await fetch(`${baseUrl}/things/list`);
    expect([faulty.status, await faulty.text()]).toEqual([500, '']);
  });

  it('sends Retry-After as seconds, date and absurd number', async () => {
    const { baseUrl, faults } = await start();
    const matrix = faultMatrix(Date.UTC(2030, 0, 1));
    const names = ['429 with seconds', '429 with a date', '429 with an absurd wait'];
    for (const [index, name] of names.entries()) faults.once(index + 1, matrix[name]!);
    const retryAfter = async () => (await fetch(`${baseUrl}/things/list`)).headers.get('retry-after');
    expect([await retryAfter(), await retryAfter(), await retryAfter()]).toEqual([
      '1',
      'Tue, 01 Jan 2030 00:00:02 GMT',
      '99999999999',
    ]);
  });

  it.each([
    ['before', []],
    ['after', ['listThings']],
  ] as const)('resets the connection %s the call has its effect', async (moment, effect) => {
    const { baseUrl, faults, calls } = await start();
    faults.once('listThings', { kind: 'reset', moment });
    const failure = await fetch(`${baseUrl}/things/list`).catch((error: unknown) => error);
    expect((failure as { cause: { code: string } }).cause.code).toBe('ECONNRESET');
    expect(handled).toEqual(effect);
    expect(calls.all[0]?.status).toBeUndefined();
  });

  it.each(['/things/list', '/empty'])('ends the body of %s early', async (path) => {
    const { baseUrl, faults } = await start();
    faults.once('*', { kind: 'truncate' });
    const faulty = await fetch(`${baseUrl}${path}`);
    expect(faulty.status).toBe(200);
    await expect(faulty.text()).rejects.toThrow();
  });

  it('answers HTML and redirects', async () => {
    const { baseUrl, faults } = await start();
    faults.once(1, { kind: 'html' });
    faults.once(2, { kind: 'redirect', location: 'http://elsewhere.invalid/' });
    const page = await fetch(`${baseUrl}/things/list`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
    const redirect = await fetch(`${baseUrl}/things/list`, { redirect: 'manual' });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'http://elsewhere.invalid/']);
    expect(handled).toEqual([]);
  });

  it('holds a call until it is released', async () => {
    const { baseUrl, faults } = await start();
    const hold = faults.hold({ operationId: 'listThings', nth: 2 });
    await fetch(`${baseUrl}/things/list`);
    const held = fetch(`${baseUrl}/things/list`);
    await hold.arrived;
    expect(handled).toEqual(['listThings']);
    hold.release();
    expect((await held).status).toBe(200);
    expect(handled).toEqual(['listThings', 'listThings']);
  });

  it('notices that the client of a held call gave up, and does not handle it', async () => {
    const { baseUrl, faults } = await start();
    const hold = faults.hold('listThings');
    const giveUp = new AbortController();
    const held = fetch(`${baseUrl}/things/list`, { signal: giveUp.signal });
    await hold.arrived;
    giveUp.abort();
    await expect(held).rejects.toThrow();
    await hold.aborted;
    expect(handled).toEqual([]);
  });

  it('goes on for as long as it is told', async () => {
    const { baseUrl, faults } = await start();
    const stop = faults.always('listThings', { kind: 'status', status: 503 });
    const statuses = async () => (await fetch(`${baseUrl}/things/list`)).status;
    expect([await statuses(), await statuses()]).toEqual([503, 503]);
    stop();
    expect(await statuses()).toBe(200);
    faults.always('*', { kind: 'status', status: 503 });
    faults.clear();
    expect(await statuses()).toBe(200);
  });
});

describe('hooks', () => {
  it('runs before the effect, before the answer and after it, and the call waits', async () => {
    const { baseUrl, hooks } = await start();
    const seen: string[] = [];
    const note = (moment: string) => async () => {
      await delay(0);
      seen.push(`${moment}:${handled.length}`);
    };
    hooks.beforeHandling(1, note('beforeHandling'));
    hooks.beforeAnswer(1, note('beforeAnswer'));
    const after = new Promise<void>((resolve) => {
      hooks.afterAnswer('listThings', () => {
        seen.push('afterAnswer');
        resolve();
      });
    });
    await fetch(`${baseUrl}/things/list`).then((answer) => answer.text());
    await after;
    expect(seen).toEqual(['beforeHandling:0', 'beforeAnswer:1', 'afterAnswer']);
  });

  it('survives a client that dies before its answer', async () => {
    const { baseUrl, hooks } = await start();
    const giveUp = new AbortController();
    hooks.beforeAnswer(1, () => {
      giveUp.abort();
    });
    await expect(fetch(`${baseUrl}/things/list`, { signal: giveUp.signal })).rejects.toThrow();
    expect((await fetch(`${baseUrl}/things/list`)).status).toBe(200);
    expect(handled).toHaveLength(2);
  });

  it('stops when it is taken back', async () => {
    const { baseUrl, hooks } = await start();
    let runs = 0;
    const stop = hooks.beforeHandling('*', () => {
      runs += 1;
    });
    await fetch(`${baseUrl}/things/list`);
    stop();
    await fetch(`${baseUrl}/things/list`);
    expect(runs).toBe(1);
  });
});

const OPTIONS: SimulatorServerOptions = {
  routes: [
    route('getThing', '/things/{id}', (parameters) => json(200, { thing: parameters['id'] })),
    route('listThings', '/things/list', () => json(200, { things: [] })),
    route('empty', '/empty', () => bytes(200, 'application/octet-stream', Buffer.alloc(0))),
    { ...route('free', '/free', () => json(200, {})), metered: false },
  ],
  tokenKind: (bearer) => (bearer === undefined ? 'none' : 'static'),
  errorBody: (status) => ({ vendorError: status }),
  now: () => 1000,
};

function route(
  operationId: string,
  template: string,
  answer: (parameters: Readonly<Record<string, string>>) => ReturnType<Route['handle']>,
): Route {
  const handle: Route['handle'] = (request) => {
    handled.push(operationId);
    return answer(request.parameters);
  };
  return { operationId, method: 'GET', template, metered: true, handle };
}

function broken(): Route {
  return route('broken', '/broken', () => {
    throw new Error('the route is broken');
  });
}

function logged(operationId: string, template: string) {
  return { operationId, template, method: 'GET', at: 1000, status: 200 };
}

async function start(more: Partial<SimulatorServerOptions> = {}): Promise<SimulatorServer> {
  const simulator = await SimulatorServer.start({ ...OPTIONS, ...more });
  open.push(simulator);
  return simulator;
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}
