import type { DataRecord, ScanPage } from '@privacy-connectors/core';
import type { Answers } from '../pigeon/model.js';
import { clientOf, memberOf, textOf, withResource, type Mutant } from './mutant.js';

const moved = 'a thing that moves to another page while a scan runs is found';

const pagingByItself = withResource('pages', () => ({
  read: async (context, ref) => {
    const records: DataRecord[] = [];
    let after: string | null = null;
    do {
      const answer: Answers['listPages'] = await clientOf(context).call('listPages', {
        path: `/letters/${textOf(ref)}/pages`,
        query: { after },
        signal: context.signal,
      });
      records.push(...answer.pages.map(({ id, text }) => ({ id, data: { text } })));
      after = answer.next;
    } while (after !== null);
    return { records, next: null };
  },
}));

/** Connectors that page badly when a vendor pages badly. */
export const pagingMutants: readonly Mutant[] = [
  {
    fault: 'takes an empty page for the last one',
    connector: withResource('pages', (steps) => ({
      read: async (...step) => {
        const page = await steps.read(...step);
        return page.records.length === 0 ? { ...page, next: null } : page;
      },
    })),
    check: 'an empty page with a next one does not end a listing',
    says: /taken for the last one/,
  },
  {
    fault: 'counts pages in the cursor, so that a circle is never seen',
    connector: withResource('letters', (steps) => ({
      scanCursor: { parse: (value) => value },
      scan: async (context, cursor) => {
        const page = cursor === null ? null : memberOf(cursor, 'page');
        const { things, next } = (await steps.scan?.(context, page)) ?? { things: [], next: null };
        const number = cursor === null ? 1 : Number(memberOf(cursor, 'number')) + 1;
        return { things, next: next === null ? null : { page: next, number } };
      },
    })),
    check: 'a listing that leads in circles is noticed',
    says: /new cursors/,
  },
  {
    fault: 'pages by itself',
    connector: pagingByItself,
    check: 'every listing is read beyond its first page',
    says: /read pages: no second page/,
  },
  {
    fault: 'holds as many records as there are',
    connector: pagingByItself,
    check: 'a hundred thousand records are read in a fixed heap',
    says: /read pages: \d{6} records in one step/,
  },
  {
    fault: 'leaves out what changed a moment ago',
    connector: withResource('letters', (steps) => ({
      scan: async (context, cursor) => {
        const page = await steps.scan?.(context, cursor);
        const settled = context.now().getTime() - 60_000;
        const things = (page?.things ?? []).filter(({ updatedAt }) => updatedAt < settled);
        return { things, next: page?.next ?? null };
      },
    })),
    check: moved,
    says: /scan letters: l\S+ moved after page \d.*missed/,
  },
  {
    fault: 'lists with the time of the call',
    connector: withResource('letters', (steps) => ({
      scan: async (context, cursor) => {
        const page = await steps.scan?.(context, cursor);
        const updatedAt = context.now().getTime();
        return {
          things: (page?.things ?? []).map((thing) => ({ ...thing, updatedAt })),
          next: page?.next ?? null,
        };
      },
    })),
    check: moved,
    says: /had moved \d+ times in a row/,
  },
  {
    fault: 'keeps the first page of a list in memory',
    connector: withResource('letters', (steps) => {
      let first: ScanPage | undefined;
      return {
        scan: async (context, cursor) => {
          if (cursor === null && first !== undefined) return first;
          const page = (await steps.scan?.(context, cursor)) ?? { things: [], next: null };
          if (cursor === null) first = page;
          return page;
        },
      };
    }),
    check: moved,
    says: /missed/,
  },
];
