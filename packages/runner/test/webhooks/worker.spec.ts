import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { dayMilliseconds } from '../../src/deadlines/days-left.js';
import { Installation } from '../support/installation.js';
import { somebody, TestServices } from '../support/services.js';
import { startWorker, stopWorker } from '../worker/fleet.js';
import { until } from '../worker/until.js';
import { Receiver } from './receiver.js';

let services: TestServices;
let receiver: Receiver;
let installation: Installation;

beforeAll(async () => {
  services = await TestServices.start();
});

beforeEach(async () => {
  receiver = await Receiver.start();
  installation = new Installation({
    DATABASE_URL: services.databaseUrl,
    DSR_MASTER_KEY: '01'.repeat(32),
    RECEIVER_SECRET: receiver.secret,
  });
  mkdirSync(installation.home, { recursive: true });
  const webhooks = [{ name: 'desk', url: receiver.url, secretVariable: 'RECEIVER_SECRET' }];
  writeFileSync(
    `${installation.home}/config.json`,
    JSON.stringify({ webhooks, allowedHosts: ['127.0.0.1'] }),
  );
});

afterEach(async () => {
  await receiver.stop();
  installation.remove();
  await services.database.query('truncate dsr.event, dsr.webhook, dsr.webhook_delivery restart identity');
});

afterAll(() => services.close());

const counts = () => services.container.get(tokens.deliveries).counts();

/** Starts a worker that knows the endpoint, so that it gets what happens from now on. */
async function workerWithEndpoint() {
  const worker = startWorker(installation.environment);
  await worker.started;
  await until(async () => (await counts()).length === 1);
  return worker;
}

describe('a worker', () => {
  it('sends again what another sent and could not record, under the same id', async () => {
    receiver.answer = () => undefined;
    const killed = await workerWithEndpoint();
    const event = { requestId: randomUUID(), kind: 'request.finished', details: {} } as const;
    await services.container.get(tokens.events).append(event, services.database);
    await receiver.until(1);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(await counts()).toEqual([{ webhook: 'desk', waiting: 1, failed: 0 }]);

    receiver.answer = (response) => response.writeHead(204).end();
    await services.database.query('update dsr.webhook_delivery set not_before = now()');
    const next = await workerWithEndpoint();
    await receiver.until(2);
    await until(async () => (await counts())[0]?.waiting === 0);
    expect((await stopWorker(next)).code).toBe(0);
    const [first, again] = receiver.received;
    expect(receiver.received).toHaveLength(2);
    expect(again).toMatchObject({ id: first?.id, body: first?.body, signed: true });
  });

  it('stops at once although a receiver does not answer', async () => {
    receiver.answer = () => undefined;
    const worker = await workerWithEndpoint();
    const event = { requestId: randomUUID(), kind: 'request.finished', details: {} } as const;
    await services.container.get(tokens.events).append(event, services.database);
    await receiver.until(1);
    const end = await stopWorker(worker);
    expect(end.code).toBe(0);
    expect(end.stdout).not.toContain('failing');
    expect(await counts()).toEqual([{ webhook: 'desk', waiting: 1, failed: 0 }]);
  });

  it('reminds of deadlines and tells of it before it ends', async () => {
    const known = await workerWithEndpoint();
    await stopWorker(known);
    await services.addConnection('support');
    const receivedAt = new Date(Date.now() - 100 * dayMilliseconds);
    const { id } = await services.requests().create({ ...somebody, type: 'deletion', receivedAt });
    await services.database.query(`update dsr.task set status = 'awaiting_approval'`);
    await services.database.query(`update dsr.request set status = 'awaiting_approval'`);
    const end = await installation.run('worker', '--until-idle');
    expect(end).toMatchObject({ code: 0, complaints: [] });
    const overdue = receiver.received.filter(({ kind }) => kind === 'deadline.overdue');
    expect(overdue.map(({ requestId }) => requestId)).toEqual([id]);
    expect(end.stdout).not.toMatch(/token=|hopper/);
  });
});
