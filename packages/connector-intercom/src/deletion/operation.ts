import { objectCodec, type Codec, type PlannedOperation } from '@privacy-connectors/core';

/** One call, and the ticket that verifies it. `conversationId` is set for what is redacted in a conversation. */
export type DeletionOperation = {
  readonly kind: keyof typeof plans;
  readonly id: string;
  readonly conversationId: string | null;
};

type Plan = Pick<PlannedOperation, 'title' | 'resource' | 'alsoErases' | 'stage'>;

/** Contacts go last: their ids are the only way to what hangs on them. */
const plans = {
  conversation: {
    title: 'Delete a conversation that is the person’s alone.',
    resource: 'conversations',
    alsoErases: ['messages'],
    stage: 0,
  },
  part: {
    title: 'Redact a message of the person in a conversation with others.',
    resource: 'messages',
    alsoErases: [],
    stage: 0,
  },
  source: {
    title: 'Redact the message of the person that began a conversation with others.',
    resource: 'messages',
    alsoErases: [],
    stage: 0,
  },
  ticket: {
    title: 'Delete a ticket that is the person’s alone.',
    resource: 'tickets',
    alsoErases: ['ticketMessages'],
    stage: 0,
  },
  contact: {
    title: 'Delete a contact.',
    resource: 'contacts',
    alsoErases: ['companies', 'notes', 'events'],
    stage: 1,
  },
} as const satisfies Readonly<Record<string, Plan>>;

export const operationCodec: Codec<DeletionOperation> = objectCodec<DeletionOperation>('deletion', {
  kind: { enum: Object.keys(plans) },
  id: 'string',
  conversationId: { type: ['string', 'null'] },
});

/** The operation as it stands in a plan. */
export function planned(operation: DeletionOperation): PlannedOperation<DeletionOperation> {
  const { kind, id, conversationId } = operation;
  const key = [kind, conversationId, id].filter((part) => part !== null).join(':');
  return { ...plans[kind], key, count: 1, irreversible: true, operation };
}
