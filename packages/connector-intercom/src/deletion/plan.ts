import type { DeletionPlanPage, LocatedThing, PlanOptions, Subject } from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import type { IntercomContext } from '../client/context.js';
import { contactRef, type ContactRef } from '../contacts/contact-ref.js';
import type { DeletionOperation } from './operation.js';
import { planContactThreads } from './plan-contact-threads.js';
import { BEGINNING, threadsOf, type PlanCursor, type Result } from './plan-page.js';
import { proveContact } from './prove-contact.js';

type Page = DeletionPlanPage<DeletionOperation, PlanCursor>;

/** Looks at all contacts, then at what hangs on each: one contact, page of a listing or conversation per step. */
export async function plan(
  context: IntercomContext,
  _subject: Subject,
  things: readonly LocatedThing[],
  _options: PlanOptions,
  cursor: PlanCursor | null,
): Promise<Page> {
  const located = contactsOf(things);
  if (located.length === 0 && cursor === null) return pageOf({ next: null });
  const place = cursor ?? BEGINNING;
  if (place.phase !== 'contacts') return pageOf(await planContactThreads(context, place));
  return pageOf(await proofStep(context, place, located));
}

async function proofStep(
  context: IntercomContext,
  place: PlanCursor,
  located: readonly ContactRef[],
): Promise<Result> {
  const ref = located[place.contact];
  if (ref === undefined) throw new StoredValueError('place in a plan');
  const found = await proveContact(context, ref);
  const proven = 'isGone' in found ? [...place.proven, found] : place.proven;
  const contact = place.contact + 1;
  const next = contact < located.length ? { ...place, contact, proven } : threadsOf(proven, 0);
  return 'isGone' in found ? { next } : { obstacles: [found], next };
}

/** In the order of their ids, so that every step counts them alike. */
function contactsOf(things: readonly LocatedThing[]): readonly ContactRef[] {
  const refs = things.map(({ ref }) => contactRef.parse(ref));
  const byId = new Map(refs.map((ref) => [ref.contactId, ref]));
  return [...byId.values()].sort((one, other) => (one.contactId < other.contactId ? -1 : 1));
}

function pageOf({ operations = [], warnings = [], obstacles = [], next }: Result): Page {
  return { operations, warnings, obstacles, next };
}
