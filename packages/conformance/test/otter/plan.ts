import {
  objectCodec,
  type Codec,
  type DeletionPlanPage,
  type LocatedThing,
  type PlannedOperation,
  type PlanOptions,
  type Subject,
} from '@privacy-connectors/core';
import { named, type OtterContext } from './context.js';
import type { Erasure } from './deletion.js';

/** Which list of which customer comes next; `page` is empty for the first one. */
export type PlanPlace = {
  readonly customer: number;
  readonly list: 'threads' | 'posts';
  readonly page: string;
};

export const planPlace: Codec<PlanPlace> = objectCodec<PlanPlace>('place in a plan', {
  customer: 'integer',
  list: { enum: ['threads', 'posts'] },
  page: 'string',
});

type Page = DeletionPlanPage<Erasure, PlanPlace>;

const first: PlanPlace = { customer: 0, list: 'threads', page: '' };

/** One page of one list of a customer: threads of their own go, and what they wrote in shared ones is redacted. */
export async function plan(
  context: OtterContext,
  _subject: Subject,
  things: readonly LocatedThing[],
  _options: PlanOptions,
  cursor: PlanPlace | null,
): Promise<Page> {
  const at = cursor ?? first;
  const thing = things[at.customer];
  if (thing === undefined) return pageOf([], null);
  const { id } = named.parse(thing.ref);
  return at.list === 'threads'
    ? threadsPage(context, id, at)
    : postsPage(context, id, at, at.customer + 1 < things.length);
}

async function threadsPage({ client, signal }: OtterContext, id: string, at: PlanPlace): Promise<Page> {
  const path = `/customers/${id}/threads`;
  const query = { include: 'participants', page: pageIn(at) };
  const { data, next } = await client.call('listThreads', { path, query, signal });
  const own = data.filter(({ participants }) => participants?.length === 1);
  const place = next === null ? ({ ...at, list: 'posts', page: '' } as const) : { ...at, page: next };
  return pageOf(
    own.map((thread) => planned('thread', thread.id)),
    place,
  );
}

async function postsPage(
  { client, signal }: OtterContext,
  id: string,
  at: PlanPlace,
  hasMore: boolean,
): Promise<Page> {
  const path = `/customers/${id}/shared-posts`;
  const query = { page: pageIn(at) };
  const { data, next } = await client.call('listSharedPosts', { path, query, signal });
  const redactions = data.map((post) => planned('post', post.id));
  if (next !== null) return pageOf(redactions, { ...at, page: next });
  const place = hasMore ? { ...first, customer: at.customer + 1 } : null;
  return pageOf([...redactions, planned('customer', id)], place);
}

function pageIn({ page }: PlanPlace): string | null {
  return page === '' ? null : page;
}

function pageOf(operations: readonly PlannedOperation<Erasure>[], next: PlanPlace | null): Page {
  return { operations, warnings: [], obstacles: [], next };
}

function planned(kind: Erasure['kind'], id: string): PlannedOperation<Erasure> {
  return {
    key: `${kind}:${id}`,
    title: `Erase one ${kind}.`,
    resource: `${kind}s`,
    count: 1,
    alsoErases: kind === 'thread' ? ['posts'] : [],
    irreversible: true,
    stage: kind === 'customer' ? 1 : 0,
    operation: { kind, id },
  };
}
