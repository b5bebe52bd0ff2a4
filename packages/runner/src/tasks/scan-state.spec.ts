import { describe, expect, it } from '@jest/globals';
import type { LocatedThing } from '@privacy-connectors/core';
import fc from 'fast-check';
import { afterPage, beginScan, type ScanState } from './scan-state.js';

interface Item {
  readonly id: number;
  updatedAt: number;
}

const owner = (existsSince?: number): LocatedThing => ({
  resource: 'contacts',
  ref: 1,
  owner: '1',
  ...(existsSince === undefined ? {} : { existsSince }),
});

/** A vendor whose listing is newest-updated first and paged by key, while items move to the top between the pages. */
function listing(items: Item[], pageSize: number) {
  return (cursor: number | null) => {
    const sorted = items.toSorted((one, other) => other.updatedAt - one.updatedAt || other.id - one.id);
    const rest = cursor === null ? sorted : sorted.filter((item) => rank(item) < cursor);
    const page = rest.slice(0, pageSize);
    const last = page.at(-1);
    const next = rest.length > pageSize && last !== undefined ? rank(last) : null;
    return { things: page.map(({ id, updatedAt }) => ({ owner: '1', ref: id, updatedAt })), next };
  };
}

const rank = (item: Item) => item.updatedAt * 10_000 + item.id;

function run(start: ScanState, list: ReturnType<typeof listing>, between: (page: number) => void) {
  const seen = new Set<number>();
  let state = start;
  let pages = 0;
  for (; !state.ended; pages += 1) {
    const page = list(state.cursor as number | null);
    page.things.forEach(({ ref }) => seen.add(ref));
    state = afterPage(state, page);
    between(pages);
  }
  return { seen, pages };
}

describe('a scan', () => {
  it('sees everything that is not older than its bound, whatever moves while it reads', () => {
    const scenario = fc.record({
      times: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }),
      pageSize: fc.integer({ min: 1, max: 9 }),
      since: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
      moves: fc.array(fc.tuple(fc.nat(40), fc.nat(59)), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(scenario, ({ times, pageSize, since, moves }) => {
        const items = times.map((updatedAt, id) => ({ id, updatedAt }));
        const wanted = items
          .filter(({ updatedAt }) => since === undefined || updatedAt >= since)
          .map(({ id }) => id);
        let clock = 1000;
        const { seen } = run(
          beginScan([owner(since)], 'updated_descending'),
          listing(items, pageSize),
          (page) => {
            for (const [at, index] of moves) {
              const item = items[index];
              if (at === page && item !== undefined) item.updatedAt = clock += 1;
            }
          },
        );
        expect(wanted.filter((id) => !seen.has(id))).toEqual([]);
      }),
    );
  });

  it('stops early where the order allows it', () => {
    const items = Array.from({ length: 100 }, (_, id) => ({ id, updatedAt: id }));
    const { pages } = run(beginScan([owner(80)], 'updated_descending'), listing(items, 10), () => undefined);
    expect(pages).toBe(4);
  });

  it('reads to the end when an owner is of unknown age', () => {
    expect(beginScan([owner(80), owner()], 'updated_descending').bound).toBeNull();
  });

  it('reads to the end, twice, once the order is broken', () => {
    const things = [5, 9, 1].map((updatedAt, ref) => ({ owner: '1', ref, updatedAt }));
    let state = beginScan([owner(4)], 'updated_descending');
    const pages = [null, null].map((_, index) => {
      state = afterPage(state, { things, next: index });
      state = afterPage(state, { things, next: null });
      return state.ended;
    });
    expect(pages).toEqual([false, true]);
  });

  it('gives up a listing that changes faster than it can be read', () => {
    const endless = { ...beginScan([owner()], 'updated_descending'), pass: 50, pages: 1, top: 1 };
    expect(() => afterPage(endless, { things: [], next: null })).toThrow('faster than it can be read');
  });
});
