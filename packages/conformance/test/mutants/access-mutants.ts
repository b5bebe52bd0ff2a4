import type { Json, ReadPage } from '@privacy-connectors/core';
import { clientOf, original, textOf, withImplementation, withResource, type Mutant } from './mutant.js';

const { subject } = original;
const exact = "access returns exactly the data subject's records";

/** Connectors whose access request is wrong although nothing goes wrong. */
export const accessMutants: readonly Mutant[] = [
  {
    fault: 'reads the first page only',
    connector: withResource('pages', (steps) => ({
      read: async (context, ref, cursor) => ({ ...(await steps.read(context, ref, cursor)), next: null }),
    })),
    check: exact,
    says: /missing \[pages/,
  },
  {
    fault: 'reads the first page of a listing it is meant to page through only',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (...step) => ({ ...(await subject.locate(...step)), next: null }),
      },
    }),
    check: 'every listing is read beyond its first page',
    says: /locate/,
  },
  {
    fault: 'ignores whose things they are',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (context, person, cursor) => {
          const page = await subject.locate(context, person, cursor);
          return { ...page, things: [...page.things, { resource: 'members', ref: 'm2-1', owner: 'm2-1' }] };
        },
      },
    }),
    check: 'access carries nothing of a stranger',
    says: /texts of the stranger/,
  },
  {
    fault: 'drops attachments',
    connector: withResource('pages', (steps) => ({
      read: async (...step) => ({ ...(await steps.read(...step)), children: {} }),
    })),
    check: 'access returns every file byte for byte',
    says: /missing \[scans/,
  },
  {
    fault: 'hands over files that are cut short',
    connector: withResource('scans', (steps) => ({
      open: async (...step) => {
        const binary = await steps.open?.(...step);
        if (binary === undefined || 'skipped' in binary) throw new Error('there is no file to cut short');
        const bytes = await new Response(binary.body).arrayBuffer();
        return { body: new Blob([bytes.slice(0, 100)]).stream() };
      },
    })),
    check: 'access returns every file byte for byte',
    says: /not expected \[scans/,
  },
  {
    fault: 'fails for a person the vendor does not know',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (...step) => {
          const page = await subject.locate(...step);
          if (page.things.length === 0) throw new Error('nobody there');
          return page;
        },
      },
    }),
    check: 'an unknown data subject is empty, not an error',
    says: /nobody there/,
  },
  {
    fault: 'promises that nothing is older than tomorrow',
    connector: withImplementation({
      subject: {
        ...subject,
        locate: async (context, ...step) => {
          const page = await subject.locate(context, ...step);
          const existsSince = context.now().getTime() + 86_400_000;
          return { ...page, things: page.things.map((thing) => ({ ...thing, existsSince })) };
        },
      },
    }),
    check: 'scans keep the promised order, and nothing is older than its owner',
    says: /existsSince/,
  },
  {
    fault: 'lists oldest first and promises the opposite',
    connector: withResource('letters', (steps) => ({
      scan: async (context, cursor) => {
        const page = await steps.scan?.(context, cursor);
        return { next: page?.next ?? null, things: [...(page?.things ?? [])].reverse() };
      },
    })),
    check: 'scans keep the promised order, and nothing is older than its owner',
    says: /newest-updated first/,
  },
  {
    fault: 'keeps the cursor in a closure',
    connector: withResource('pages', (steps) => {
      let kept: Json = null;
      return {
        read: async (context, ref, cursor) => {
          const page = await steps.read(context, ref, cursor === null ? null : kept);
          kept = page.next;
          return page;
        },
      };
    }),
    check: 'a step depends on its arguments alone',
    says: /another result with the same arguments/,
  },
  {
    fault: 'swallows what it has handed over before',
    connector: withResource('pages', (steps) => {
      const seen = new Set<string>();
      return {
        read: async (...step) => {
          const page = await steps.read(...step);
          const records = page.records.filter(({ id }) => !seen.has(id));
          for (const { id } of records) seen.add(id);
          return { ...page, records };
        },
      };
    }),
    check: 'a step depends on its arguments alone',
    says: /read pages/,
  },
  {
    fault: 'calls each thing once and remembers that it did',
    connector: withResource('members', (steps) => {
      const called = new Set<string>();
      return {
        read: async (context, ref, cursor) => {
          const path = `/members/${textOf(ref)}`;
          if (called.has(path)) return { records: [], next: null };
          called.add(path);
          await clientOf(context).call('getMember', { path, signal: context.signal });
          return steps.read(context, ref, cursor);
        },
      };
    }),
    check: 'a crash before or after any call of an access loses nothing',
    says: /missing \[members/,
  },
  {
    fault: 'keeps every page it has read',
    connector: withResource('pages', (steps) => {
      const kept: ReadPage[] = [];
      return {
        read: async (...step) => {
          const page = await steps.read(...step);
          kept.push(page);
          return page;
        },
      };
    }),
    check: 'a hundred thousand records are read in a fixed heap',
    says: /the heap grew by \d+\.\d MiB/,
  },
];
