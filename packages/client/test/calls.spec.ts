import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerOf } from '../src/answer-of.js';
import { createServiceClient, type ServiceOptions } from '../src/create-service-client.js';
import type { ServiceProblem } from '../src/errors/service-problem.js';
import {
  cut,
  cutAfter,
  json,
  startService,
  type Answer,
  type ScriptedService,
} from './support/scripted-service.js';

const key = 'dsr_0123456789_canary-of-the-key';
const request = { id: '3f2a91c0-0000-4000-8000-000000000000', status: 'running' };
const wanted = { type: 'access' as const, emails: ['grace.hopper@example.com'] };

let running: ScriptedService[] = [];

afterEach(async () => {
  for (const service of running) await service.close();
  running = [];
});

async function start(...answers: Answer[]): Promise<ScriptedService> {
  const service = await startService(...answers);
  running.push(service);
  return service;
}

const show = ({ url }: Pick<ScriptedService, 'url'>, options: Partial<ServiceOptions> = {}) => {
  const { api } = createServiceClient({ url, key, ...options });
  return answerOf(api.GET('/v1/requests/{id}', { params: { path: { id: request.id } } }));
};

const create = ({ url }: ScriptedService, idempotencyKey?: string) => {
  const header = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
  return answerOf(
    createServiceClient({ url, key }).api.POST('/v1/requests', { params: { header }, body: wanted }),
  );
};

/** The failure of a call; nothing in it may be the key. */
async function failureOf(call: Promise<unknown>): Promise<ServiceProblem> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary');
  expect(error).toBeInstanceOf(Error);
  return error as ServiceProblem;
}

describe('a call', () => {
  it('carries the key, below the path of the URL, and answers with the document', async () => {
    const service = await start(json(200, request));
    expect(await show({ url: `${service.url}/privacy/` })).toEqual(request);
    expect(service.calls).toMatchObject([
      { path: `/privacy/v1/requests/${request.id}`, headers: { authorization: `Bearer ${key}` } },
    ]);
  });

  it('that is refused throws the problem', async () => {
    const errors = [{ field: 'emails.0', message: 'must be an e-mail address' }];
    const problem = {
      type: '/problems/x',
      title: 'T',
      status: 400,
      code: 'input',
      detail: 'It is wrong.',
      errors,
    };
    const error = await failureOf(show(await start(json(400, problem))));
    expect(error).toMatchObject({
      name: 'ServiceProblem',
      message: 'It is wrong.',
      status: 400,
      code: 'input',
      detail: 'It is wrong.',
      errors,
    });
  });

  it.each<[string, Answer]>([
    ['a page', (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>secret</h1>')],
    ['nothing', (response) => response.writeHead(404).end()],
    ['other JSON', json(404, ['secret'])],
    ['a long text', (response) => response.writeHead(404).end('secret'.repeat(100_000))],
  ])('that is answered with %s tells the status alone', async (_, answer) => {
    const error = await failureOf(show(await start(answer)));
    expect(error).toMatchObject({ status: 404, code: 'unexpected_answer', errors: [] });
    expect(error.message).toMatch(/status 404.*not one of the service/);
    expect(inspect(error)).not.toContain('secret');
  });

  it('does not follow a redirect with the key', async () => {
    const elsewhere = await start(json(200, request));
    const service = await start((response) =>
      response.writeHead(307, { location: `${elsewhere.url}/v1/requests` }).end(),
    );
    expect(await failureOf(show(service))).toMatchObject({ status: 307, code: 'redirect' });
    expect(elsewhere.calls).toEqual([]);
  });

  it('that no service answers says why', async () => {
    const gone = await startService();
    await gone.close();
    expect(await failureOf(show(gone))).toMatchObject({
      name: 'ServiceUnreachable',
      reason: 'ECONNREFUSED',
    });
  });

  it('ends when its time is over, also in the middle of an answer', async () => {
    const silent = await start(() => undefined);
    const half = await start((response) => response.writeHead(200, { 'content-length': '100' }).write('{'));
    for (const service of [silent, half]) {
      const error = await failureOf(show(service, { timeoutMilliseconds: 50 }));
      expect(error).toMatchObject({ name: 'ServiceUnreachable', reason: 'timeout' });
      expect(service.calls).toHaveLength(1);
    }
  });

  it('ends with the reason of its caller', async () => {
    const controller = new AbortController();
    const { url } = await start(() => {
      controller.abort(new Error('enough'));
    });
    const { api } = createServiceClient({ url, key });
    const call = api.GET('/v1/requests/{id}', {
      params: { path: { id: request.id } },
      signal: controller.signal,
    });
    await expect(call).rejects.toThrow('enough');
  });
});

describe('a passing failure', () => {
  it.each<[string, Answer]>([
    ['a connection that is cut', cut],
    ['an answer that is cut', cutAfter('{"id":', { 'content-length': '100' })],
    ['a service that is busy', json(503, { code: 'database' }, { 'retry-after': '0' })],
    ['a limit', json(429, { code: 'too_many_calls' }, { 'retry-after': '0' })],
  ])('of a read is tried again: %s', async (_, failure) => {
    const service = await start(failure, failure, json(200, request));
    expect(await show(service)).toEqual(request);
    expect(service.calls).toHaveLength(3);
  });

  it('of a write is tried again with an Idempotency-Key only, as it may have arrived', async () => {
    const without = await start(cut, json(201, request));
    expect(await failureOf(create(without))).toMatchObject({ name: 'ServiceUnreachable' });
    expect(without.calls).toHaveLength(1);

    const service = await start(cut, json(201, request));
    expect(await create(service, 'once')).toEqual(request);
    expect(service.calls.map(({ headers }) => headers['idempotency-key'])).toEqual(['once', 'once']);
  });

  it('of a write that was not carried out is tried again', async () => {
    const service = await start(json(429, { code: 'x' }, { 'retry-after': '0' }), json(201, request));
    expect(await create(service)).toEqual(request);
  });

  it('is told when the service wants a long pause, or keeps failing', async () => {
    const limited = await start(
      json(429, { code: 'too_many_calls', detail: 'Wait.' }, { 'retry-after': '3600' }),
    );
    expect(await failureOf(show(limited))).toMatchObject({ status: 429, retryAfterSeconds: 3600 });
    const broken = await start(json(503, { code: 'database', detail: 'Gone.' }, { 'retry-after': '0' }));
    expect(await failureOf(show(broken))).toMatchObject({ status: 503, message: 'Gone.' });
    expect(broken.calls).toHaveLength(3);
  });

  it('is not what an error of the service is', async () => {
    const service = await start(json(500, { code: 'unexpected', detail: 'Ouch.' }), json(200, request));
    expect(await failureOf(show(service))).toMatchObject({ status: 500, code: 'unexpected' });
    expect(service.calls).toHaveLength(1);
  });
});

describe('a client', () => {
  it.each([
    ['no URL', { url: 'here' }],
    ['another scheme', { url: 'ftp://dsr.example.com' }],
    ['a password', { url: 'https://me:canary@dsr.example.com' }],
    ['a query', { url: 'https://dsr.example.com?key=canary' }],
    ['plain http to another machine', { url: 'http://dsr.example.com' }],
    ['an empty key', { key: '' }],
    ['a key with a line break', { key: `${key}\n` }],
  ])('is not made with %s', (_, wrong) => {
    const made = () => createServiceClient({ url: 'https://dsr.example.com', key, ...wrong });
    expect(made).toThrow(
      expect.objectContaining({
        name: 'ServiceOptionsError',
        message: expect.not.stringContaining('canary'),
      }),
    );
  });

  it('is made for plain http on this machine, or where the network is trusted', () => {
    for (const url of ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787']) {
      expect(() => createServiceClient({ url, key })).not.toThrow();
    }
    expect(() => createServiceClient({ url: 'http://serve:8787', key, allowPlainHttp: true })).not.toThrow();
  });
});
