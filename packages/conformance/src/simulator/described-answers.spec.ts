import { describe, expect, it } from '@jest/globals';
import { bytes, empty, json, type Answer } from './answer.js';
import type { SimulatorServerOptions } from './simulator-server.js';
import { SimulatorServer } from './simulator-server.js';

const schema = { $ref: '#/components/schemas/Thing' };
const openapi = {
  paths: {
    '/things/{id}': {
      get: {
        operationId: 'getThing',
        responses: {
          '200': { content: { 'application/json': { schema } } },
          '4XX': { content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/files/{id}': {
      get: {
        operationId: 'getFile',
        responses: { '200': { content: { 'image/*': {} } }, '204': {} },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['owner'],
        properties: { owner: { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Owner' }] } },
      },
      Owner: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
    },
  },
};

const right: readonly [string, Answer][] = [
  ['/things/1', json(200, { owner: { id: 1 }, more: 'of it' })],
  ['/things/1', json(200, { owner: null })],
  ['/things/1', json(404, {}, { 'content-type': 'application/json; charset=utf-8' })],
  ['/things/1', empty(404)],
  ['/files/1', bytes(200, 'image/png', Buffer.from('png'))],
  ['/files/1', empty(204)],
  ['/free', json(299, 'whatever')],
];

const wrong: readonly [string, Answer, string][] = [
  ['/things/1', json(200, { owner: { id: 'ada@post.example' } }), 'at /owner/id, type integer'],
  ['/things/1', json(200, { 'ada@post.example': 1 }), 'at the top, the property owner'],
  ['/things/1', json(200, { owner: 5 }), 'at /owner, one of the alternatives'],
  ['/things/1', json(201, {}), 'at the top, a status among 200, 4XX'],
  ['/things/1', empty(200), 'at the top, a body of application/json'],
  ['/things/1', bytes(200, 'text/html', Buffer.from('<p>')), 'at the top, the media type application/json'],
  ['/things/1', bytes(200, 'application/json', Buffer.from('{')), 'at the top, a body that is JSON'],
  ['/files/1', json(200, {}), 'at the top, the media type image/*'],
];

describe('answers of a simulator that knows its API description', () => {
  it.each(right)('go out when they are as described (%s, case %#)', async (path, answer) => {
    const simulator = await start(answer);
    expect((await fetch(simulator.baseUrl + path)).status).toBe(answer.status);
    await simulator.close();
  });

  it.each(wrong)(
    'become a 500 that says where when they are not (%s, case %#)',
    async (path, answer, place) => {
      const simulator = await start(answer);
      const response = await fetch(simulator.baseUrl + path);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).toContain(`${place} was expected`);
      expect(text).toMatch(/get(Thing|File)/);
      expect(text).not.toContain('ada@post.example');
      await expect(simulator.close()).rejects.toThrow(place);
    },
  );

  it('may be wrong when a fault was planted', async () => {
    const simulator = await start(json(200, { owner: null }));
    for (const fault of [
      { kind: 'html' },
      { kind: 'status', status: 503, body: 'empty' },
      { kind: 'redirect', location: 'http://elsewhere.invalid/' },
    ] as const) {
      simulator.faults.once('*', fault);
      await fetch(`${simulator.baseUrl}/things/1`, { redirect: 'manual' });
    }
    expect(simulator.calls.all.map(({ status }) => status)).toEqual([200, 503, 302]);
    await simulator.close();
  });

  it('are not compared without a description', async () => {
    const simulator = await start(json(299, 'whatever'), {});
    expect((await fetch(`${simulator.baseUrl}/things/1`)).status).toBe(299);
    await simulator.close();
  });
});

function start(
  answer: Answer,
  options: Pick<SimulatorServerOptions, 'openapi'> = { openapi },
): Promise<SimulatorServer> {
  const route = (operationId: string, template: string) => ({
    operationId,
    method: 'GET',
    template,
    metered: false,
    handle: () => answer,
  });
  return SimulatorServer.start({
    routes: [route('getThing', '/things/{id}'), route('getFile', '/files/{id}'), route('free', '/free')],
    tokenKind: () => 'none',
    errorBody: (status) => ({ status }),
    ...options,
  });
}
