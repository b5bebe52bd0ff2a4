import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestEvent } from '../../src/events/event.js';
import { EventLog } from '../../src/events/event-log.js';
import { EventWatch } from '../../src/events/event-watch.js';
import type { Database } from '../../src/store/database.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { Writer } from './writer.js';

let server: MigratedDatabase;
let database: Database;
let watch: EventWatch;
let log: EventLog;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
  watch = new EventWatch(server.url);
  log = new EventLog(database, watch);
});

afterEach(async () => {
  await database.query('truncate dsr.event, dsr.webhook_delivery restart identity');
});

afterAll(async () => {
  await watch.close();
  await server.stop();
});

const ids = (events: readonly RequestEvent[]) => events.map(({ id }) => id);
const words = (events: readonly RequestEvent[]) => events.map(({ details }) => details['word']);

describe('the event log', () => {
  it('shows an event once its change is committed, and never without it', async () => {
    const writer = new Writer(database, log, randomUUID());
    await writer.append('kept');
    expect(await log.after(null, 0, 10)).toEqual([]);
    await writer.commit();
    expect(words(await log.after(null, 0, 10))).toEqual(['kept']);

    const other = new Writer(database, log, randomUUID());
    await other.append('lost');
    await other.rollBack();
    expect(words(await log.after(null, 0, 10))).toEqual(['kept']);
  });

  it('does not let a late transaction slip in before what a reader has passed', async () => {
    const [slow, fast] = [new Writer(database, log, randomUUID()), new Writer(database, log, randomUUID())];
    await slow.append('first written');
    await fast.append('first committed');
    await fast.commit();
    const [seen] = await log.after(null, 0, 10);
    await slow.commit();
    expect(words(await log.after(null, seen?.id ?? 0, 10))).toEqual(['first written']);
  });

  it('gives each request its own events, and all of them to who asks for all', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    for (const [requestId, word] of [
      [one, 'a'],
      [two, 'b'],
      [one, 'c'],
    ] as const) {
      await log.append({ requestId, kind: 'task.changed', details: { word } }, database);
    }
    expect(words(await log.after(one, 0, 10))).toEqual(['a', 'c']);
    expect(words(await log.after(two, 0, 10))).toEqual(['b']);
    const all = await log.after(null, 0, 10);
    expect(words(all)).toEqual(['a', 'b', 'c']);
    expect(await log.after(null, all.at(-1)?.id ?? 0, 10)).toEqual([]);
  });

  it('is read whole and in one order, however writers and readers take turns', async () => {
    const writers = 4;
    const step = fc.oneof(
      fc.record({
        act: fc.constantFrom('append', 'append', 'commit', 'rollBack'),
        writer: fc.nat(writers - 1),
      }),
      fc.record({ act: fc.constant('read'), limit: fc.integer({ min: 1, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const open = Array.from({ length: writers }, () => new Writer(database, log, randomUUID()));
        const read: RequestEvent[] = [];
        const goOn = async (limit: number) => {
          const page = await log.after(null, read.at(-1)?.id ?? 0, limit);
          read.push(...page);
          return page.length;
        };
        for (const each of steps) {
          if ('limit' in each) await goOn(each.limit);
          else if (each.act === 'append') await open[each.writer]?.append();
          else await open[each.writer]?.[each.act]();
        }
        for (const writer of open) await writer.commit();
        while ((await goOn(2)) > 0);

        expect(ids(read)).toEqual(ids(await log.after(null, 0, 1000)));
        for (const { requestId, committed } of open) {
          expect(words(read.filter((event) => event.requestId === requestId))).toEqual(committed);
        }
        await database.query('truncate dsr.event, dsr.webhook_delivery restart identity');
      }),
      { numRuns: 40 },
    );
  });

  it('lets readers that come and go follow many writers without missing one', async () => {
    const requestId = randomUUID();
    const [writers, eventsEach] = [6, 40];
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let count = 0; count < eventsEach; count += 1) {
        await database.transaction(async (connection) => {
          const details = { word: `${String(writer)}-${String(count)}` };
          await log.append({ requestId, kind: 'task.changed', details }, connection);
          await connection.query('select pg_sleep(random() / 200)');
        });
      }
    });
    const follow = async (patience: number): Promise<readonly RequestEvent[]> => {
      const read: RequestEvent[] = [];
      while (read.length < writers * eventsEach) {
        let taken = 0;
        for await (const event of log.follow(requestId, read.at(-1)?.id ?? 0, AbortSignal.timeout(60_000))) {
          read.push(event);
          taken += 1;
          if (taken === patience || read.length === writers * eventsEach) break;
        }
      }
      return read;
    };
    const [often, seldom] = await Promise.all([follow(3), follow(50), ...writing]);
    expect(new Set(words(often)).size).toBe(writers * eventsEach);
    expect(seldom).toEqual(often);
  });

  it('ends following when the signal says so', async () => {
    const stop = new AbortController();
    const following = log.follow(null, 0, stop.signal).next();
    stop.abort(new Error('enough'));
    await expect(following).rejects.toThrow('enough');
  });
});
