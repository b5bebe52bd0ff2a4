import { describe, expect, it } from '@jest/globals';
import type { Json } from '@privacy-connectors/core';
import fc from 'fast-check';
import { afterPage, type Rest } from './after-page.js';
import { beginCold, beginWarm, reaches, type ScanProgress } from './scan-progress.js';

interface Item {
  readonly id: number;
  updatedAt: number;
}

/** Somebody who waits for everything that exists now and is not older than `since`. */
interface Waiter {
  readonly since: number | null;
  readonly joined: number;
  readonly needs: readonly number[];
}

/** What happens after page `at`: somebody writes to a thing, begins a new one, or joins. */
type Happening =
  | { readonly at: number; readonly kind: 'move'; readonly index: number }
  | { readonly at: number; readonly kind: 'create' }
  | { readonly at: number; readonly kind: 'join'; readonly since: number | null };

type List = (items: readonly Item[], cursor: Json) => { things: Thing[]; next: Json };
type Thing = ReturnType<typeof thingOf>;

const thingOf = ({ id, updatedAt }: Item) => ({ owner: '1', ref: id, updatedAt });
const newestFirst = (items: readonly Item[]) =>
  items.toSorted((one, other) => other.updatedAt - one.updatedAt || other.id - one.id);
const rank = ({ updatedAt, id }: Item) => updatedAt * 10_000 + id;

/** A listing that goes on below the last thing it showed. */
const byKey =
  (size: number): List =>
  (items, cursor) => {
    const rest = newestFirst(items).filter((item) => cursor === null || rank(item) < Number(cursor));
    const page = rest.slice(0, size);
    const last = page.at(-1);
    return { things: page.map(thingOf), next: rest.length > size && last !== undefined ? rank(last) : null };
  };

/** A listing that counts rows: those that move to the top push the others down. */
const byOffset =
  (size: number): List =>
  (items, cursor) => {
    const start = Number(cursor);
    const page = newestFirst(items).slice(start, start + size);
    return { things: page.map(thingOf), next: start + size < items.length ? start + size : null };
  };

/** Runs shared scans as the runner does, with one index, until nobody waits. */
class Vendor {
  readonly items: Item[];
  readonly index = new Set<number>();
  readonly #list: List;
  readonly #ordered: boolean;
  #clock = 1000;
  #waiting: Waiter[] = [];
  #progress: ScanProgress | null = null;
  #rest: Rest | null = null;
  reads = 0;
  missed: number[] = [];

  constructor(times: readonly number[], list: List, ordered = true) {
    this.items = times.map((updatedAt, id) => ({ id, updatedAt }));
    this.#list = list;
    this.#ordered = ordered;
  }

  happen(happening: Happening): void {
    if (happening.kind === 'join') this.join(happening.since);
    else if (happening.kind === 'create')
      this.items.push({ id: this.items.length, updatedAt: (this.#clock += 1) });
    else {
      const item = this.items[happening.index];
      if (item !== undefined) item.updatedAt = this.#clock += 1;
    }
  }

  join(since: number | null): void {
    const needs = this.items.filter(({ updatedAt }) => since === null || updatedAt >= since);
    this.#waiting.push({ since, joined: this.reads, needs: needs.map(({ id }) => id) });
  }

  scan(happenings: readonly Happening[]): void {
    for (let page = 0; this.#waiting.length > 0 && page < 2000; page += 1) {
      this.#read();
      for (const happening of happenings.filter((each) => each.at === page)) this.happen(happening);
    }
    expect(this.#waiting).toEqual([]);
  }

  #read(): void {
    const read = (this.reads += 1);
    const progress = this.#progress ?? this.#begin();
    const page = this.#list(this.items, progress.cursor);
    page.things.forEach(({ ref }) => this.index.add(ref));
    const joined = Math.max(...this.#waiting.map((waiter) => waiter.joined));
    const { next, rest } = afterPage(progress, { page, read, wanted: this.#wanted(), joined });
    this.#progress = next;
    this.#rest = rest ?? this.#rest;
    this.#waiting = this.#waiting.filter((waiter) => !this.#serve(waiter));
  }

  #begin(): ScanProgress {
    const { since = null, top = null } = this.#rest ?? {};
    if (this.#ordered && top !== null && reaches(since, this.#wanted())) return beginWarm({ since, top });
    return beginCold(this.#wanted(), this.#ordered);
  }

  #wanted(): number | null {
    const wishes = this.#waiting.map(({ since }) => since ?? -Infinity);
    const oldest = Math.min(...wishes);
    return Number.isFinite(oldest) ? oldest : null;
  }

  #serve({ since, joined, needs }: Waiter): boolean {
    if (this.#rest === null || this.#rest.read <= joined || !reaches(this.#rest.since, since)) return false;
    this.missed.push(...needs.filter((id) => !this.index.has(id)));
    return true;
  }
}

const since = fc.option(fc.integer({ min: 1, max: 200 }), { nil: null });
const at = fc.nat(30);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ at, kind: fc.constant('move' as const), index: fc.nat(59) }),
  fc.record({ at, kind: fc.constant('create' as const) }),
  fc.record({ at, kind: fc.constant('join' as const), since }),
);
const scenario = fc.record({
  times: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }),
  pageSize: fc.integer({ min: 1, max: 9 }),
  style: fc.constantFrom(byKey, byOffset),
  first: since,
  rounds: fc.array(fc.tuple(since, fc.array(happening, { maxLength: 12 })), { minLength: 1, maxLength: 3 }),
});

describe('a shared scan', () => {
  it('misses nothing that existed when somebody joined, whatever moves and whoever joins while it reads', () => {
    fc.assert(
      fc.property(scenario, ({ times, pageSize, style, rounds }) => {
        const vendor = new Vendor(times, style(pageSize));
        for (const [wanted, happenings] of rounds) {
          vendor.join(wanted);
          vendor.scan(happenings);
        }
        expect(vendor.missed).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a listing of one page once for all who joined before', () => {
    const vendor = new Vendor([3, 2, 1], byKey(10));
    vendor.join(null);
    vendor.join(2);
    vendor.scan([]);
    expect(vendor.reads).toBe(1);
  });

  it('stops early where the order allows it', () => {
    const times = Array.from({ length: 100 }, (_, id) => id);
    const vendor = new Vendor(times, byKey(10));
    vendor.join(80);
    vendor.scan([]);
    expect(vendor.reads).toBe(4);
  });

  it('goes on below where it stopped for who joins later and needs more', () => {
    const times = Array.from({ length: 100 }, (_, id) => id);
    const vendor = new Vendor(times, byKey(10));
    vendor.join(80);
    vendor.scan([{ at: 2, kind: 'join', since: 60 }]);
    const [down, top, deeper, again] = [3, 1, 2, 1];
    expect(vendor.reads).toBe(down + top + deeper + again);
  });

  it('reads with a warm index what changed since, and no more', () => {
    const times = Array.from({ length: 100 }, (_, id) => id);
    const vendor = new Vendor(times, byKey(10));
    vendor.join(null);
    vendor.scan([]);
    for (const index of [3, 30, 60]) vendor.happen({ at: 0, kind: 'move', index });
    const before = vendor.reads;
    vendor.join(50);
    vendor.scan([]);
    expect(vendor.reads - before).toBe(1);
  });

  it('relies on no index that does not reach down far enough', () => {
    const times = Array.from({ length: 100 }, (_, id) => id);
    const vendor = new Vendor(times, byKey(10));
    vendor.join(80);
    vendor.scan([]);
    vendor.join(20);
    vendor.scan([]);
    expect([...vendor.index].filter((id) => id >= 20)).toHaveLength(80);
  });

  it('reads a listing without an order twice from its beginning after the last one joined', () => {
    const times = Array.from({ length: 30 }, (_, id) => (id * 7) % 30);
    const vendor = new Vendor(times, byKey(10), false);
    vendor.join(20);
    vendor.scan([{ at: 0, kind: 'join', since: null }]);
    expect(vendor.reads).toBe(9);
  });

  it('reads to the end, twice, once the order is broken, and says that nobody may rely on it', () => {
    const things = [5, 9, 1].map((updatedAt, ref) => ({ owner: '1', ref, updatedAt }));
    const wishes = { wanted: 4, joined: 0 };
    let progress: ScanProgress | null = beginCold(4, true);
    const rests: (Rest | null)[] = [];
    for (let read = 1; progress !== null && read < 10; read += 1) {
      const page = { things, next: read % 2 === 1 ? 'on' : null };
      const step = afterPage(progress, { page, read, ...wishes });
      progress = step.next;
      rests.push(step.rest);
    }
    expect(rests).toEqual([null, null, null, { read: 1, since: null, top: null }]);
  });

  it('counts no passes while each serves somebody and others join', () => {
    const page = { things: [{ owner: '1', ref: 1, updatedAt: 9 }], next: null };
    let progress = beginWarm({ since: null, top: 9 });
    for (let read = 1; read <= 100; read += 1) {
      const { next, rest } = afterPage(progress, { page, read, wanted: null, joined: read });
      expect(rest).not.toBeNull();
      progress = next!;
    }
    expect(progress.passes).toBe(1);
  });

  it('looks again when its first page showed nothing of anybody', () => {
    const [first, second] = [1, 2].map((ref) => ({ owner: '1', ref, updatedAt: 10 - ref }));
    const wishes = { wanted: null, joined: 0 };
    const one = afterPage(beginCold(null, true), { page: { things: [], next: 'on' }, read: 1, ...wishes });
    const two = afterPage(one.next!, { page: { things: [first!, second!], next: null }, read: 2, ...wishes });
    expect(two).toMatchObject({ rest: null, next: { phase: 'top', bound: 9 } });
  });
});
