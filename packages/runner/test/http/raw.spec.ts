import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from './support/service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.stop());

/** Sends these bytes over a connection of their own, and nothing more; what comes back until it is closed. */
async function send(bytes: string) {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  const type = /^content-type: (.*)$/im.exec(head)?.[1];
  return { status: Number(head.split(' ')[1]), type, problem: JSON.parse(body) as unknown };
}

function isProblem(status: number) {
  const problem = { type: expect.any(String), title: expect.any(String), detail: expect.any(String) };
  return {
    status,
    type: 'application/problem+json',
    problem: expect.objectContaining({ status, ...problem }),
  };
}

describe('what is no proper request', () => {
  it.each([
    ['a bad request line', 'HELLO\r\n\r\n', 400],
    ['a header without a name', 'GET /healthz HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a huge header', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['headers that never end', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX: b', 408],
  ])(
    '%s is answered with a problem, and the connection closed',
    async (_, bytes, status) => {
      expect(await send(bytes)).toEqual(isProblem(status));
    },
    20_000,
  );
});

describe('input that is meant to harm', () => {
  it.each([
    ['a list', (deep: number) => '['.repeat(deep) + ']'.repeat(deep)],
    ['an object', (deep: number) => '{"a":'.repeat(deep) + '1' + '}'.repeat(deep)],
  ])('%s that is nested too deeply is refused', async (_, nested) => {
    for (const deep of [20, 20_000]) {
      for (const body of [`{"type":"access","ids":${nested(deep)}}`, nested(deep)]) {
        const { status } = await service.call('POST', '/v1/requests', { body });
        expect(status).toBe(400);
      }
    }
  });

  it.each(['/v1/requests', '/v1/audit'])('a made-up cursor of %s is refused', async (path) => {
    const forged = ['9999999999999999', `1_${'-'.repeat(36)}`].map((place) =>
      Buffer.from(place).toString('base64url'),
    );
    for (const cursor of [...forged, 'a'.repeat(8_000)]) {
      const { status } = await service.call('GET', `${path}?cursor=${cursor}`);
      expect([400, 422]).toContain(status);
    }
  });

  it('learns nothing of https over http', async () => {
    const { headers } = await service.call('GET', '/healthz', { key: null });
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
