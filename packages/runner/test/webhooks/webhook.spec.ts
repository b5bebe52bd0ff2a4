import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sensitive } from '@privacy-connectors/core';
import { tokens } from '../../src/composition/tokens.js';
import type { EventKind } from '../../src/events/event.js';
import { createLog } from '../../src/logging/create-log.js';
import { EgressGuard } from '../../src/webhooks/egress-guard.js';
import { Webhook } from '../../src/webhooks/webhook.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';
import { Receiver } from './receiver.js';

let server: TestDatabase;
let workers: readonly TestServices[];
let receiver: Receiver;
const given: unknown[] = [];
const log = {
  ...createLog('silent'),
  error: (...told: readonly unknown[]) => given.push(told),
};

beforeAll(async () => {
  server = await startTestDatabase();
  workers = [await TestServices.open(server.url), await TestServices.open(server.url)];
});

beforeEach(async () => {
  receiver = await Receiver.start();
});

afterEach(async () => {
  await receiver.stop();
  await first().database.query('truncate dsr.event, dsr.webhook, dsr.webhook_delivery restart identity');
});

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await server.stop();
});

function first(): TestServices {
  const [worker] = workers;
  if (worker === undefined) throw new Error('There is no worker.');
  return worker;
}

/** The endpoint as each worker knows it. It is known to the database from now on. */
async function webhooks(
  name: string,
  to: Receiver,
  { events, allowedHosts = ['127.0.0.1'] }: { events?: readonly EventKind[]; allowedHosts?: string[] } = {},
): Promise<readonly Webhook[]> {
  const endpoint = { name, url: to.url, secret: new Sensitive(to.secret), ...(events && { events }) };
  const all = workers.map(({ container, database }) => {
    const [eventLog, deliveries, audit] = [
      container.get(tokens.events),
      container.get(tokens.deliveries),
      container.get(tokens.audit),
    ];
    const guard = new EgressGuard(allowedHosts);
    return new Webhook(endpoint, { database, events: eventLog, deliveries, audit, guard, log });
  });
  for (const webhook of all) await webhook.send(never);
  return all;
}

async function append(requestId: string, ...kinds: readonly EventKind[]): Promise<void> {
  for (const [count, kind] of kinds.entries()) {
    await first()
      .container.get(tokens.events)
      .append({ requestId, kind, details: { count } }, first().database);
  }
}

const sendAll = (all: readonly Webhook[]) => Promise.all(all.map((webhook) => webhook.send(never)));
const makeDue = () => first().database.query('update dsr.webhook_delivery set not_before = now()');
const counts = () => first().container.get(tokens.deliveries).counts();

describe('a webhook', () => {
  it('tells of each event once, signed, in the order of its request, however many workers send', async () => {
    const all = await webhooks('desk', receiver);
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const kinds = ['request.received', 'task.changed', 'plan.ready', 'request.finished'] as const;
    await Promise.all(ids.map((id) => append(id, ...kinds)));
    while ((await counts())[0]?.waiting !== 0 || receiver.received.length === 0) await sendAll(all);

    expect(receiver.received).toHaveLength(ids.length * kinds.length);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(ids.length * kinds.length);
    for (const id of ids) {
      const told = receiver.received.filter(({ requestId }) => requestId === id);
      expect(told.map(({ kind }) => kind)).toEqual(kinds);
    }
    for (const { id, signed, headers } of receiver.received) {
      expect({ signed, header: headers['dsr-webhook-id'] }).toEqual({ signed: true, header: id });
    }
  });

  it('carries ids, kinds and counts, and nothing of the person', async () => {
    await first().addConnection('support');
    const all = await webhooks('desk', receiver);
    const { id } = await first()
      .requests()
      .create({ ...somebody, type: 'access' });
    await first().requests().extend(id, { reason: 'Grace Hopper is on leave.' });
    await first().requests().cancel(id);
    await sendAll(all);
    const told = receiver.received.map(({ kind, details }) => [kind, Object.keys(details).toSorted()]);
    expect(told).toEqual([
      ['request.received', ['dueAt', 'regulation', 'type']],
      ['deadline.extended', ['from', 'to']],
      ['task.changed', ['connection', 'from', 'task', 'to']],
      ['request.cancelled', ['status']],
    ]);
    const [event] = receiver.received;
    expect(Object.keys(JSON.parse(event?.body ?? '{}') as object)).toEqual([
      'id',
      'eventId',
      'requestId',
      'kind',
      'at',
      'details',
    ]);
    expect(JSON.stringify(receiver.received).toLowerCase()).not.toMatch(/grace|hopper/);
  });

  it('is sent for the kinds that the endpoint wants, from when it was configured', async () => {
    const request = randomUUID();
    await append(request, 'request.finished');
    const all = await webhooks('desk', receiver, { events: ['request.finished', 'plan.ready'] });
    await append(request, 'task.changed', 'plan.ready', 'task.changed', 'request.finished');
    await sendAll(all);
    await sendAll(all);
    expect(receiver.received.map(({ kind, details }) => [kind, details['count']])).toEqual([
      ['plan.ready', 1],
      ['request.finished', 3],
    ]);
  });

  it.each([
    ['an error', 500],
    ['a refusal', 410],
  ])(
    'that is answered with %s is sent again, under the same id, before what comes later',
    async (_, code) => {
      const all = await webhooks('desk', receiver);
      receiver.answer = (response) => response.writeHead(code).end();
      const request = randomUUID();
      await append(request, 'plan.ready', 'request.finished');
      await sendAll(all);
      await makeDue();
      await sendAll(all);
      receiver.answer = (response) => response.writeHead(200).end('thank you');
      await makeDue();
      await sendAll(all);
      expect(receiver.received.map(({ kind }) => kind)).toEqual([
        'plan.ready',
        'plan.ready',
        'plan.ready',
        'request.finished',
      ]);
      expect(new Set(receiver.received.slice(0, 3).map(({ id }) => id)).size).toBe(1);
      expect(await counts()).toEqual([{ webhook: 'desk', waiting: 0, failed: 0 }]);
    },
  );

  it('waits longer from try to try', async () => {
    const all = await webhooks('desk', receiver);
    receiver.answer = (response) => response.writeHead(503).end();
    await append(randomUUID(), 'plan.ready');
    await sendAll(all);
    await sendAll(all);
    expect(receiver.received).toHaveLength(1);
    const { rows } = await first().database.query<{ problem: string; waits: boolean; attempts: number }>(
      'select problem, attempts, not_before > now() as waits from dsr.webhook_delivery',
    );
    expect(rows).toEqual([{ problem: 'status_503', attempts: 1, waits: true }]);
  });

  it('is given up after two days, told as failed, and lets the next one go', async () => {
    const all = await webhooks('desk', receiver);
    receiver.answer = (response, { kind }) => response.writeHead(kind === 'plan.ready' ? 500 : 204).end();
    const request = randomUUID();
    await append(request, 'plan.ready', 'request.finished');
    await sendAll(all);
    await first().database.query(
      `update dsr.webhook_delivery set not_before = now(), created_at = now() - interval '48 hours'`,
    );
    await sendAll(all);
    expect(receiver.received.map(({ kind }) => kind)).toEqual([
      'plan.ready',
      'plan.ready',
      'request.finished',
    ]);
    expect(await counts()).toEqual([{ webhook: 'desk', waiting: 0, failed: 1 }]);
    const { rows } = await first().database.query<{ details: object }>(
      `select details from dsr.audit_entry where action = 'webhook.failed'`,
    );
    const { id, eventId } = receiver.received[0] ?? {};
    expect(rows.map(({ details }) => details)).toEqual([
      { webhook: 'desk', delivery: id, request, event: eventId, problem: 'status_500' },
    ]);
    expect(given).toEqual([['webhook.failed', { webhook: 'desk' }]]);
    expect(JSON.stringify([rows, given])).not.toContain('token');
  });

  it('follows no redirect', async () => {
    const inside = await Receiver.start();
    const all = await webhooks('desk', receiver);
    receiver.answer = (response) => response.writeHead(307, { location: inside.url }).end();
    await append(randomUUID(), 'plan.ready');
    await sendAll(all);
    expect(inside.received).toEqual([]);
    const { rows } = await first().database.query('select problem from dsr.webhook_delivery');
    expect(rows).toEqual([{ problem: 'status_307' }]);
    await inside.stop();
  });

  it('reads no more of an answer than its status', async () => {
    const all = await webhooks('desk', receiver);
    receiver.answer = (response) => {
      response.writeHead(200);
      const flood = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', flood);
      flood();
    };
    await append(randomUUID(), 'plan.ready');
    await sendAll(all);
    expect(await counts()).toEqual([{ webhook: 'desk', waiting: 0, failed: 0 }]);
  });

  it('does not reach this machine unless its host is allowed', async () => {
    const all = await webhooks('desk', receiver, { allowedHosts: ['localhost'] });
    await append(randomUUID(), 'plan.ready');
    await sendAll(all);
    expect(receiver.received).toEqual([]);
    expect(await counts()).toEqual([{ webhook: 'desk', waiting: 1, failed: 0 }]);
  });

  it('to a receiver that does not answer keeps no other one waiting', async () => {
    const quick = await Receiver.start();
    const [stuck, other] = [await webhooks('stuck', receiver), await webhooks('quick', quick)];
    const stop = new AbortController();
    receiver.answer = () => undefined;
    await append(randomUUID(), 'plan.ready');
    const waiting = Promise.all(stuck.map((webhook) => webhook.send(stop.signal)));
    await receiver.until(1);
    await sendAll(other);
    expect(quick.received).toHaveLength(1);
    stop.abort();
    await waiting;
    expect(await counts()).toEqual([
      { webhook: 'quick', waiting: 0, failed: 0 },
      { webhook: 'stuck', waiting: 1, failed: 0 },
    ]);
    await quick.stop();
  });
});
