import rateLimit from '@fastify/rate-limit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { keyHolder } from '../../access/actor.js';
import { createLog } from '../../logging/create-log.js';
import { registerProblems } from '../problems/register-problems.js';
import { Gate } from './gate.js';

const limits = { windowMilliseconds: 60_000, perKey: 3, perAddress: 2, refusalsPerAddress: 4 };

describe('the gate', () => {
  let server: FastifyInstance;

  beforeEach(async () => {
    server = fastify();
    registerProblems(server, [], createLog('silent'));
    await server.register(rateLimit, { global: false });
    const verify = (key: string) =>
      Promise.resolve(key.startsWith('good') ? keyHolder(key, 'operator') : undefined);
    const gate = new Gate(server, { verify, isValid: () => Promise.resolve(true) }, limits);
    for (const access of ['public', 'operator'] as const) {
      const onRequest = (request: Parameters<Gate['admit']>[0]) => gate.admit(request, access);
      server.get(`/${access}`, { onRequest }, () => 'in');
    }
  });

  afterEach(() => server.close());

  async function statuses(path: string, key: string, times: number): Promise<readonly number[]> {
    const found: number[] = [];
    for (let call = 0; call < times; call += 1) {
      const headers = { authorization: `Bearer ${key}` };
      found.push((await server.inject({ url: path, headers })).statusCode);
    }
    return found;
  }

  it('counts the calls of each key for itself', async () => {
    expect(await statuses('/operator', 'good-1', 4)).toEqual([200, 200, 200, 429]);
    expect(await statuses('/operator', 'good-2', 1)).toEqual([200]);
    const headers = { authorization: 'Bearer good-1' };
    const refused = await server.inject({ url: '/operator', headers });
    expect(refused.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_calls' });
  });

  it('holds up whoever guesses keys, and no holder of a valid one at the same address', async () => {
    expect(await statuses('/operator', 'bad', 5)).toEqual([401, 401, 401, 401, 429]);
    expect(await statuses('/operator', 'good-1', 1)).toEqual([200]);
  });

  it('counts calls of public routes by address', async () => {
    expect(await statuses('/public', 'none', 3)).toEqual([200, 200, 429]);
  });
});
