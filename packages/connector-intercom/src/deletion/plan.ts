import type { DeletionPlanPage, LocatedThing, PlanOptions, Subject } from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import { follow } from '@privacy-connectors/core/paging';
import type { IntercomContext } from '../client/context.js';
import { contactRef, type ContactRef } from '../contacts/contact-ref.js';
import { conversation } from '../threads/conversation.js';
import { ticket } from '../threads/ticket.js';
import type { DeletionOperation } from './operation.js';
import { planContact } from './plan-contact.js';
import { planGroup } from './plan-group.js';
import { beginning, type Findings, type PlanCursor } from './plan-page.js';
import { planThreads } from './plan-threads.js';
import { CONVERSATIONS_WITH_OTHERS, ticketsWithOthers } from './with-others.js';

type Page = DeletionPlanPage<DeletionOperation, PlanCursor>;
type Result = Findings & { readonly next: PlanCursor };

interface Step {
  readonly context: IntercomContext;
  readonly place: PlanCursor;
  readonly ref: ContactRef;
  readonly contactId: string;
  readonly contacts: readonly ContactRef[];
  /** Ids of all contacts of the person. */
  readonly located: readonly string[];
}

/** Goes through the contacts, and through the conversations and tickets of each: one page or conversation per step. */
export async function plan(
  context: IntercomContext,
  _subject: Subject,
  things: readonly LocatedThing[],
  _options: PlanOptions,
  cursor: PlanCursor | null,
): Promise<Page> {
  const contacts = contactsOf(things);
  const place = cursor ?? beginning();
  const ref = contacts[place.contact];
  if (ref === undefined && cursor !== null) throw new StoredValueError('place in a plan');
  if (ref === undefined) return pageOf({}, null);
  const located = contacts.map(({ contactId }) => contactId);
  const { next, ...findings } = await step({
    context,
    place,
    ref,
    contactId: ref.contactId,
    contacts,
    located,
  });
  return pageOf(findings, next.contact < contacts.length ? next : null);
}

/** In the order of their ids, so that every step counts them alike. */
function contactsOf(things: readonly LocatedThing[]): readonly ContactRef[] {
  const refs = things.map(({ ref }) => contactRef.parse(ref));
  const byId = new Map(refs.map((ref) => [ref.contactId, ref]));
  return [...byId.values()].sort((one, other) => (one.contactId < other.contactId ? -1 : 1));
}

function step(step: Step): Promise<Result> {
  const { groups, phase, trail } = step.place;
  if (groups.length > 0) return groupStep(step);
  if (phase === 'tickets') return ticketStep(step);
  return trail === null ? contactStep(step) : conversationStep(step);
}

/** The contact, and the first page of its conversations. */
async function contactStep(step: Step): Promise<Result> {
  const { findings, isTheirs } = await planContact(step.context, step.ref);
  if (!isTheirs) return { ...findings, next: beginning(step.place.contact + 1) };
  const { operations = [], ...rest } = await conversationStep(step);
  return { ...rest, operations: [...(findings.operations ?? []), ...operations] };
}

async function conversationStep(step: Step): Promise<Result> {
  const { context, place, contactId } = step;
  const { things, next } = await conversation.list(context, contactId, place.trail?.place ?? null);
  const { shared, ...findings } = planThreads(things, 'conversation', conversation.resource, step);
  const trail = next === null ? null : follow(place.trail, next, conversation.search);
  const phase = trail === null ? 'tickets' : 'conversations';
  const warnings = shared.length > 0 ? [CONVERSATIONS_WITH_OTHERS] : [];
  return { ...findings, warnings, next: { ...place, phase, trail, groups: shared } };
}

async function groupStep({ context, place, contacts }: Step): Promise<Result> {
  const [group = '', ...groups] = place.groups;
  return { ...(await planGroup(context, group, contacts)), next: { ...place, groups } };
}

async function ticketStep(step: Step): Promise<Result> {
  const { context, place, contactId } = step;
  const { things, next } = await ticket.list(context, contactId, place.trail?.place ?? null);
  const { shared, obstacles = [], ...findings } = planThreads(things, 'ticket', ticket.resource, step);
  return {
    ...findings,
    obstacles: [...obstacles, ...ticketsWithOthers(shared.length)],
    next:
      next === null
        ? beginning(place.contact + 1)
        : { ...place, trail: follow(place.trail, next, ticket.search) },
  };
}

function pageOf({ operations = [], warnings = [], obstacles = [] }: Findings, next: PlanCursor | null): Page {
  return { operations, warnings, obstacles, next };
}
