import type { Identifier, Json, LocatedThing } from '@privacy-connectors/core';
import type { Session } from '../connections/session.js';
import { assertMovesOn } from '../tasks/cursor-guard.js';
import type { Findings } from './reappearance-store.js';

/** Pages that a look reads for one identifier; whoever has more is found by then. */
const mostPages = 20;

/** Looks for a person by every identifier, and tells what is new from what should be gone. */
export async function findAgain(
  session: Session,
  subject: readonly Identifier[],
  sentAt: Date,
  signal: AbortSignal,
): Promise<Findings> {
  const found = new Map<string, LocatedThing>();
  for (const identifier of subject) {
    for (const thing of await thingsOf(session, identifier, signal)) {
      found.set(JSON.stringify([thing.resource, thing.ref]), thing);
    }
  }
  const things = [...found.values()];
  return { finding: judge(things, sentAt), things: things.length };
}

async function thingsOf(
  session: Session,
  identifier: Identifier,
  signal: AbortSignal,
): Promise<readonly LocatedThing[]> {
  const { subject: steps } = session.connector.implementation;
  const things: LocatedThing[] = [];
  let cursor: Json | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await steps.locate(session.context(signal), identifier, cursor);
    things.push(...page.things);
    assertMovesOn(cursor, page.next);
    if (page.next === null) return things;
    cursor = steps.cursor.parse(page.next);
  }
  return things;
}

/** One thing that is older than the deletion is enough: it should be gone. */
export function judge(things: readonly Pick<LocatedThing, 'createdAt'>[], sentAt: Date): Findings['finding'] {
  if (things.length === 0) return 'none';
  const times = things.map(({ createdAt }) => createdAt);
  if (times.some((time) => time !== undefined && time <= sentAt.getTime())) return 'not_deleted';
  return times.includes(undefined) ? 'unknown' : 'reappeared';
}
