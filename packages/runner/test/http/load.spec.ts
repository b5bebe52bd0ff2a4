import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { Database } from '../../src/store/database.js';
import type { DsrProcess } from '../support/dsr.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';

const clients = 1_000;
/** The first clients share idempotency keys, this many each. */
const sharing = 100;
const perKey = 10;
const requestsMade = clients - sharing + sharing / perKey;

let database: TestDatabase;
let vendor: DriftSimulator;
let installation: Installation;
let process: DsrProcess;
let agent: Agent;
let url: string;
let key: string;

beforeAll(async () => {
  database = await startTestDatabase();
  installation = new Installation({ DATABASE_URL: database.url });
  const created = (await installation.run('keys', 'create', '--role', 'operator', '--json')).json();
  ({ key } = created as { key: string });
  vendor = await startDriftSimulator();
  await installation.connect('support', vendor);
  process = installation.start('serve', '--no-worker', '--port', '0', '--json');
  if (process.child.stdout === null) throw new Error('Nothing can be read of the service.');
  const [line] = (await once(createInterface(process.child.stdout), 'line')) as [string];
  ({ url } = JSON.parse(line) as { url: string });
  agent = new Agent({ keepAlive: true, maxSockets: clients });
});

afterAll(async () => {
  agent.destroy();
  process.child.kill();
  await process.ended;
  await vendor.close();
  await database.stop();
  installation.remove();
});

async function storedIds(): Promise<readonly string[]> {
  const stored = await Database.open(database.url);
  const { rows } = await stored.query<{ id: string }>('select id from dsr.request');
  await stored.close();
  return rows.map(({ id }) => id);
}

interface Reply {
  readonly status: number | undefined;
  readonly view: RequestView;
}

async function call(method: string, path: string, body?: object, more: object = {}): Promise<Reply> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more };
  const sent = request(new URL(path, url), { method, headers, agent });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, view: JSON.parse(await text(response)) as RequestView };
}

/** Creates a request and reads it. */
async function client(index: number): Promise<readonly Reply[]> {
  const person = index < sharing ? Math.floor(index / perKey) : index;
  const body = { type: 'access', emails: [`person.${person}@example.com`] };
  const more = index < sharing ? { 'idempotency-key': `order-${person}` } : {};
  const created = await call('POST', '/v1/requests', body, more);
  return [created, await call('GET', `/v1/requests/${created.view.id}`)];
}

describe('a service with 1,000 clients at once', () => {
  it('answers each, loses no request, and makes one of equal ones', async () => {
    const replies = await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
    const statuses = replies.map((pair) => pair.map(({ status }) => status).join(' '));
    expect(new Set(statuses)).toEqual(new Set(['201 200']));
    for (const [created, read] of replies) expect(read?.view.id).toBe(created?.view.id);
    const ids = new Set(replies.map(([created]) => created?.view.id));
    expect(ids.size).toBe(requestsMade);
    expect(new Set(await storedIds())).toEqual(ids);
  });
});
