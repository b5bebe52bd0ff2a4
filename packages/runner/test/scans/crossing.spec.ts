import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterPage } from '../../src/scans/after-page.js';
import { beginCold, beginWarm, reaches } from '../../src/scans/scan-progress.js';
import type { Database } from '../../src/store/database.js';
import { type Queryable } from '../../src/store/database.js';
import { entriesOf, ScanIndex, type ScanPlace } from '../../src/store/scan-index.js';
import { ScanStore } from '../../src/store/scan-store.js';
import { isServed } from '../../src/tasks/scan-wait.js';
import type { Box } from '../../src/vault/box.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { masterKeyOf } from '../support/vault.js';

interface Item {
  readonly ref: number;
  readonly owner: string;
  updatedAt: number;
}

/** Somebody joins, a thing changes or begins, or the next page is read. */
type Happening =
  | { readonly kind: 'join'; readonly owner: string }
  | { readonly kind: 'change'; readonly index: number }
  | { readonly kind: 'create'; readonly owner: string }
  | { readonly kind: 'read' };

/** Ids that are parts of one another, as a careless comparison would confuse them. */
const owner = fc.constantFrom('1', '11', '111', '1 ', 'a', 'A', 'é');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), owner }),
  fc.record({ kind: fc.constant('change' as const), index: fc.nat(30) }),
  fc.record({ kind: fc.constant('create' as const), owner }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
);
const scenario = fc.record({
  owners: fc.array(owner, { maxLength: 20 }),
  pageSize: fc.integer({ min: 1, max: 5 }),
  happenings: fc.array(happening, { maxLength: 25 }),
});

describe('what a shared scan hands out', () => {
  let server: MigratedDatabase;
  let database: Database;
  let box: Box;
  let connectionId: string;
  const index = new ScanIndex();

  beforeAll(async () => {
    server = await startMigratedDatabase();
    ({ database } = server);
    const keys = await openVault(database, masterKeyOf(1));
    connectionId = randomUUID();
    await keys.create('connection', connectionId);
    box = await keys.box('connection', connectionId);
    await database.query(
      `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, 'main', 'drift', '{}', 'static_token')`,
      [connectionId],
    );
  });

  afterAll(() => server.stop());

  /** Reads one page, as a task with the lease of the scan does. False when there is nothing to read. */
  async function readPage(scans: ScanStore, place: ScanPlace, items: readonly Item[], size: number) {
    const lease = await scans.lease(place, box);
    if (lease === undefined) return false;
    const { coverage, wantedSince, read } = lease;
    const isWarm = coverage !== null && reaches(coverage.since, wantedSince);
    const progress = lease.progress ?? (isWarm ? beginWarm(coverage) : beginCold(wantedSince, true));
    const sorted = items.toSorted((one, other) => other.updatedAt - one.updatedAt);
    const start = Number(progress.cursor);
    const next = start + size < sorted.length ? start + size : null;
    const page = { things: sorted.slice(start, start + size), next };
    await database.transaction(async (connection: Queryable) => {
      const held = (await scans.hold(place, read, connection))!;
      await index.save(place, entriesOf(place, box, page.things), held.generation, connection);
      const step = afterPage(progress, { page, read, wanted: held.wanted_since, joined: held.joined_read });
      if (step.rest !== null) await scans.cover(place, step.rest, connection);
      const kept = { next: step.next, generation: held.generation, things: page.things.length };
      await scans.advance(place, box, kept, connection);
    });
    return true;
  }

  it('is everything of the owner that was there at the join, and nothing of anybody else', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ owners, pageSize, happenings }) => {
        const place = { connectionId, resource: randomUUID() };
        const scans = new ScanStore(database);
        const items: Item[] = owners.map((each, ref) => ({ ref, owner: each, updatedAt: ref }));
        const waiting: {
          owner: string;
          since: null;
          joined: { read: number; run: number };
          needs: number[];
        }[] = [];
        const refsOf = (who: string) => items.filter((item) => item.owner === who).map(({ ref }) => ref);
        let clock = 1000;
        const act = async (each: Happening) => {
          if (each.kind === 'join') {
            const read = await scans.join(place, null, database);
            waiting.push({
              owner: each.owner,
              since: null,
              joined: { read, run: 1 },
              needs: refsOf(each.owner),
            });
          } else if (each.kind === 'create') {
            items.push({ ref: items.length, owner: each.owner, updatedAt: (clock += 1) });
          } else if (each.kind === 'change') {
            const item = items[each.index];
            if (item !== undefined) item.updatedAt = clock += 1;
          } else await readPage(scans, place, items, pageSize);
        };
        for (const each of happenings) await act(each);
        while (await readPage(scans, place, items, pageSize));
        const look = await scans.look(place);
        for (const waiter of waiting) {
          expect(isServed(look!, waiter)).toBe(true);
          const got = await index.ownedBy(place, box, [waiter.owner], database);
          const own = refsOf(waiter.owner);
          expect(got.filter((ref) => !own.includes(Number(ref)))).toEqual([]);
          expect(waiter.needs.filter((ref) => !got.includes(ref))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
