import type { DeletionPlanPage } from '@privacy-connectors/core';
import { jsonCodec, type Codec } from '@privacy-connectors/core';
import { trailSchema, type Trail } from '@privacy-connectors/core/paging';
import type { DeletionOperation } from './operation.js';

/**
 * How far the plan is: which contact (in the order of ids), what of it is listed next and from where (null: from the
 * beginning), and conversations with others that are looked into before.
 */
export type PlanCursor = {
  readonly contact: number;
  readonly phase: 'conversations' | 'tickets';
  readonly trail: Trail | null;
  readonly groups: readonly string[];
};

export const planCursorCodec: Codec<PlanCursor> = jsonCodec('place in a plan', {
  type: 'object',
  required: ['contact', 'phase', 'trail', 'groups'],
  properties: {
    contact: { type: 'integer', minimum: 0 },
    phase: { enum: ['conversations', 'tickets'] },
    trail: { anyOf: [trailSchema, { type: 'null' }] },
    groups: { type: 'array', items: { type: 'string' } },
  },
});

/** What one step adds to the plan. */
export type Findings = Partial<Omit<DeletionPlanPage<DeletionOperation>, 'next'>>;

/** The beginning of a contact, the first one unless told. */
export function beginning(contact = 0): PlanCursor {
  return { contact, phase: 'conversations', trail: null, groups: [] };
}
