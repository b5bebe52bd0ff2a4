import { randomUUID } from 'node:crypto';
import type { DeletionPlanPage, Json } from '@privacy-connectors/core';
import { connector } from '../otter/connector.js';
import { otterVendor as vendor } from '../otter/vendor.js';
import { changing } from './changing.js';
import { memberOf, type Mutant } from './mutant.js';

const { withDeletion } = changing(connector);
const again = 'a plan is made page by page, is the same when made again and changes nothing';
const finishes = 'a deletion ends confirmed, with nothing left to locate';
const spared = 'a deletion leaves strangers untouched';

/** Connectors whose plan of a deletion is wrong. */
export const planMutants: readonly Mutant[] = [
  {
    fault: 'plans the first page only',
    connector: withPlan((page) => ({ ...page, next: null })),
    vendor,
    check: again,
    says: /plan: no second page was reached/,
  },
  {
    fault: 'forgets the rest of a list of threads',
    connector: withPlan((page) =>
      memberOf(page.next ?? {}, 'list') === 'threads' && memberOf(page.next ?? {}, 'page') !== ''
        ? { ...page, next: { customer: memberOf(page.next, 'customer'), list: 'posts', page: '' } }
        : page,
    ),
    vendor,
    check: finishes,
    says: /the vendor still holds data of the person/,
  },
  {
    fault: 'gives every operation a new key',
    connector: withPlan((page) => withOperations(page, (planned) => ({ ...planned, key: randomUUID() }))),
    vendor,
    check: again,
    says: /a plan that is made again is another one/,
  },
  {
    fault: 'gives two operations one key',
    connector: withPlan((page) => withOperations(page, (planned) => ({ ...planned, key: planned.resource }))),
    vendor,
    check: again,
    says: /two operations of the plan have the same key/,
  },
  {
    fault: 'erases while it plans',
    connector: withDeletion((steps) => ({
      plan: async (context, ...step) => {
        const page = await steps.plan(context, ...step);
        for (const { operation } of page.operations) await steps.erase(context, operation);
        return page;
      },
    })),
    vendor,
    check: again,
    says: /a plan that is made again is another one/,
  },
  {
    fault: 'plans everything in one stage',
    connector: withPlan((page) => withOperations(page, (planned) => ({ ...planned, stage: 0 }))),
    vendor,
    check: 'the operations of one stage of a deletion can be sent in any order',
    says: /does not end confirmed|still holds/,
  },
  {
    fault: 'takes an empty page of a list for its end',
    connector: withPlan((page) => (page.operations.length === 0 ? { ...page, next: null } : page)),
    vendor,
    check: 'an empty page with a next one does not end a listing',
    says: /plan.*: an empty page was taken for the last one/,
  },
  {
    fault: 'counts the pages of a plan, so that a circle is never seen',
    connector: withDeletion((steps) => ({
      planCursor: { parse: (value) => value },
      plan: async (context, subject, things, options, cursor) => {
        const at = cursor === null ? null : memberOf(cursor, 'at');
        const page = await steps.plan(context, subject, things, options, at);
        const number = cursor === null ? 1 : Number(memberOf(cursor, 'number')) + 1;
        return { ...page, next: page.next === null ? null : { at: page.next, number } };
      },
    })),
    vendor,
    check: 'a listing that leads in circles is noticed',
    says: /plan.*new cursors/,
  },
  {
    fault: 'deletes a shared thread as a whole',
    connector: withPlan((page) =>
      withOperations(page, (planned) => {
        const threadId = /^post:p(shared-\d)/.exec(planned.key)?.[1];
        return threadId === undefined ? planned : { ...planned, operation: { kind: 'thread', id: threadId } };
      }),
    ),
    vendor,
    check: spared,
    says: /a record of somebody else is gone|is not what it was/,
  },
  {
    fault: 'redacts what others wrote in a shared thread',
    connector: withPlan((page) =>
      withOperations(page, (planned) => {
        const id = planned.key.replace(/^post:/, '').replace('c1-1', 'c3-1');
        return planned.resource === 'posts' ? { ...planned, operation: { kind: 'post', id } } : planned;
      }),
    ),
    vendor,
    check: spared,
    says: /posts\/pshared-\d-c3-1-\d: a record of somebody else was changed/,
  },
  {
    fault: 'confirms without looking at a vendor that is done at once',
    connector: withDeletion(() => ({ verify: () => Promise.resolve({ outcome: 'deleted' }) })),
    vendor,
    check: 'a deletion is not confirmed while the vendor still holds data',
    says: /says gone of what was never erased/,
  },
  {
    fault: 'takes anything for a place in a plan',
    connector: withDeletion(() => ({ planCursor: { parse: (value) => value } })),
    vendor,
    check: 'what another release stored is read as what it was or refused',
    says: /planCursor: reads false as its own/,
  },
  {
    fault: 'puts a date into the place in a plan',
    connector: withPlan((page, now) =>
      page.next === null ? page : { ...page, next: { ...Object(page.next), now } as Json },
    ),
    vendor,
    check: 'refs, cursors, tickets and records survive JSON',
    says: /plan: the result is not JSON at .*now/,
  },
];

type Page = DeletionPlanPage;

function withPlan(change: (page: Page, now: Date) => Page) {
  return withDeletion((steps) => ({
    plan: async (context, ...step) => change(await steps.plan(context, ...step), context.now()),
  }));
}

function withOperations(
  page: Page,
  change: (planned: Page['operations'][number]) => Page['operations'][number],
): Page {
  return { ...page, operations: page.operations.map(change) };
}
