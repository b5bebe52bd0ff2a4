import type { PlanWarning } from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import { follow } from '@privacy-connectors/core/paging';
import type { IntercomContext } from '../client/context.js';
import { conversation } from '../threads/conversation.js';
import { ticket } from '../threads/ticket.js';
import { HELD_CONTACT, ticketsWithOthers } from './obstacles.js';
import { planned } from './operation.js';
import { planGroup } from './plan-group.js';
import { threadsOf, type Findings, type PlanCursor, type Proven, type Result } from './plan-page.js';
import { isCountedWith, planThreads, type Person } from './plan-threads.js';

/** For whoever approves the plan. */
const CONVERSATIONS_WITH_OTHERS: PlanWarning = {
  code: 'conversation_with_others',
  message:
    'The person also took part in conversations with others. They stay for the others: only messages of the person are redacted in them.',
};

interface Step {
  readonly context: IntercomContext;
  readonly place: PlanCursor;
  readonly contact: Proven;
  readonly person: Person;
}

/** A page of the conversations or tickets of a contact, or one conversation with others; the contact after the last. */
export function planContactThreads(context: IntercomContext, place: PlanCursor): Promise<Result> {
  const contact = place.proven[place.contact];
  if (contact === undefined) throw new StoredValueError('place in a plan');
  const person = { contactId: contact.contactId, proven: place.proven };
  const step = { context, place, contact, person };
  if (place.groups.length > 0) return groupStep(step);
  return place.phase === 'conversations' ? conversationStep(step) : ticketStep(step);
}

async function conversationStep({ context, place, person }: Step): Promise<Result> {
  const { things, next } = await conversation.list(context, person.contactId, place.trail?.place ?? null);
  const { shared, ...findings } = planThreads(things, 'conversation', conversation.resource, person);
  const trail = next === null ? null : follow(place.trail, next, conversation.search);
  const phase = trail === null ? 'tickets' : 'conversations';
  const groups = shared.map(({ id }) => id);
  const warnings = groups.length > 0 ? [CONVERSATIONS_WITH_OTHERS] : [];
  return { ...findings, warnings, next: { ...place, phase, trail, groups, isHeld: isHeld(place, findings) } };
}

async function groupStep({ context, place, person }: Step): Promise<Result> {
  const [group = '', ...groups] = place.groups;
  const { isUndone, ...findings } = await planGroup(context, group, person);
  return { ...findings, next: { ...place, groups, isHeld: place.isHeld || isUndone } };
}

async function ticketStep({ context, place, contact, person }: Step): Promise<Result> {
  const { things, next } = await ticket.list(context, person.contactId, place.trail?.place ?? null);
  const { shared, ...findings } = planThreads(things, 'ticket', ticket.resource, person);
  const told = ticketsWithOthers(shared.filter((each) => isCountedWith(each, person)).length);
  const held = { ...place, isHeld: isHeld(place, findings) || shared.length > 0 };
  const obstacles = [...(findings.obstacles ?? []), ...told];
  if (next !== null)
    return { ...findings, obstacles, next: { ...held, trail: follow(place.trail, next, ticket.search) } };
  const last = planContact(contact, held);
  return {
    operations: [...(findings.operations ?? []), ...(last.operations ?? [])],
    obstacles: [...obstacles, ...(last.obstacles ?? [])],
    next: threadsOf(place.proven, place.contact + 1),
  };
}

/** The contact itself stays while it is the only way to what a person must see to. */
function planContact({ contactId, isGone }: Proven, { isHeld }: PlanCursor): Findings {
  if (isGone) return {};
  if (isHeld) return { obstacles: HELD_CONTACT };
  return { operations: [planned({ kind: 'contact', id: contactId, conversationId: null })] };
}

function isHeld(place: PlanCursor, { obstacles = [] }: Findings): boolean {
  return place.isHeld || obstacles.length > 0;
}
