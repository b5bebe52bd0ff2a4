import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoom } from '../../src/http/security/limits.js';
import type { Database } from '../../src/store/database.js';
import { somebody } from '../support/services.js';
import { until } from '../worker/until.js';
import { startTestService, type TestService } from './support/service.js';

/** More than the network between two ends takes in by itself. */
const attachmentBytes = 1024 * 1024;

describe('packages that many ask for at once', () => {
  let service: TestService;
  let database: Database;
  let url: string;
  let authorization: string;
  const open: IncomingMessage[] = [];

  beforeAll(async () => {
    service = await startTestService();
    await service.startVendor('main', { conversations: 10, strangers: 3, attachmentBytes });
    ({ database } = service);
    const { requests } = service.application;
    const { id } = await requests.create({ ...somebody, type: 'access' });
    await requests.wait(id, () => undefined, AbortSignal.timeout(60_000));
    url = `${service.url}/v1/requests/${id}/package`;
    authorization = `Bearer ${await service.key('operator')}`;
  });

  afterAll(async () => {
    for (const answer of open) answer.destroy();
    await service.stop();
  });

  /** Asks over a connection of its own, and takes nothing of the answer. */
  async function ask(headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
    const call = request(url, { agent: false, headers: { authorization, ...headers } });
    call.end();
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    open.push(answer);
    return answer;
  }

  async function exported(): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      "select count(*)::int as count from dsr.audit_entry where action = 'package.exported'",
    );
    return rows[0]?.count ?? 0;
  }

  it('are made for so many, and others are told when to ask again, with nothing recorded', async () => {
    for (let count = 0; count < packageRoom.builds; count += 1) expect((await ask()).statusCode).toBe(200);
    const before = await exported();
    for (const headers of [{}, { range: 'bytes=0-9' }]) {
      const refused = await ask(headers);
      expect(refused.statusCode).toBe(503);
      expect(refused.headers).toMatchObject({
        'retry-after': String(packageRoom.retryAfterSeconds),
        'content-type': 'application/problem+json',
      });
      expect(await json(refused)).toMatchObject({ type: '/problems/busy', status: 503, code: 'busy' });
    }
    expect(await exported()).toBe(before);
  });

  it('are no longer made for those who left', async () => {
    for (const answer of open.splice(0)) answer.destroy();
    const accepted = async (headers: Readonly<Record<string, string>>) => {
      const answer = await ask(headers);
      answer.resume();
      return answer.statusCode !== 503;
    };
    for (let count = 0; count < packageRoom.builds; count += 1)
      await until(() => accepted({ range: 'bytes=0-9' }));
    for (let count = 0; count < packageRoom.builds; count += 1) {
      await until(async () => (await ask()).statusCode === 200);
    }
    expect((await ask()).statusCode).toBe(503);
  });
});
