import type { DeletionPlanPage } from '@privacy-connectors/core';
import { jsonCodec, type Codec } from '@privacy-connectors/core';
import { trailSchema, type Trail } from '@privacy-connectors/core/paging';
import type { ContactRef } from '../contacts/contact-ref.js';
import type { DeletionOperation } from './operation.js';

/** A contact that is the person's; `isGone` when Intercom no longer knows it, which its conversations may outlive. */
export type Proven = ContactRef & { readonly isGone: boolean };

/**
 * How far the plan is. First all located contacts are looked at, so that the plan knows which are the person's; then
 * what hangs on each of those is listed, and the contact itself comes last.
 */
export type PlanCursor = {
  readonly phase: 'contacts' | 'conversations' | 'tickets';
  /** Of the located contacts, in the order of ids, then of the proven ones. */
  readonly contact: number;
  readonly proven: readonly Proven[];
  /** A person must see to something that only this contact leads to. */
  readonly isHeld: boolean;
  /** Where the listing goes on; null: from the beginning. */
  readonly trail: Trail | null;
  /** Conversations with others that are looked into before. */
  readonly groups: readonly string[];
};

const provenSchema = {
  type: 'object',
  required: ['contactId', 'email', 'isGone'],
  properties: {
    contactId: { type: 'string' },
    email: { type: ['string', 'null'] },
    isGone: { type: 'boolean' },
  },
};

export const planCursorCodec: Codec<PlanCursor> = jsonCodec('place in a plan', {
  type: 'object',
  required: ['phase', 'contact', 'proven', 'isHeld', 'trail', 'groups'],
  properties: {
    phase: { enum: ['contacts', 'conversations', 'tickets'] },
    contact: { type: 'integer', minimum: 0 },
    proven: { type: 'array', items: provenSchema },
    isHeld: { type: 'boolean' },
    trail: { anyOf: [trailSchema, { type: 'null' }] },
    groups: { type: 'array', items: { type: 'string' } },
  },
});

/** What one step adds to the plan. */
export type Findings = Partial<Omit<DeletionPlanPage<DeletionOperation>, 'next'>>;

/** What one step adds, and where the plan goes on. */
export type Result = Findings & { readonly next: PlanCursor | null };

export const BEGINNING: PlanCursor = {
  phase: 'contacts',
  contact: 0,
  proven: [],
  isHeld: false,
  trail: null,
  groups: [],
};

/** The beginning of what hangs on a proven contact; null after the last one. */
export function threadsOf(proven: readonly Proven[], contact: number): PlanCursor | null {
  return contact < proven.length ? { ...BEGINNING, phase: 'conversations', contact, proven } : null;
}
