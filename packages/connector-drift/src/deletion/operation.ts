import { jsonCodec, type Codec } from '@privacy-connectors/core';

/** One `POST /gdpr/delete`: the e-mail as Drift spells it, and the contacts that are known to bear it. */
export type DeletionOperation = {
  readonly email: string;
  readonly contactIds: readonly number[];
  /** Set when the plan was made with a scope that shows every contact. */
  readonly sawAll?: true;
};

/** What is still to be looked at: `checked` counts the looks (by e-mail, then by id) that found nothing in this round. */
export type DeletionTicket = DeletionOperation & { readonly checked: number };

const operationProperties = {
  email: { type: 'string' },
  contactIds: { type: 'array', items: { type: 'integer' } },
  sawAll: { const: true },
} as const;

export const operationCodec: Codec<DeletionOperation> = jsonCodec('deletion', {
  type: 'object',
  required: ['email', 'contactIds'],
  properties: operationProperties,
});

export const ticketCodec: Codec<DeletionTicket> = jsonCodec('ticket of a deletion', {
  type: 'object',
  required: ['email', 'contactIds', 'checked'],
  properties: { ...operationProperties, checked: { type: 'integer', minimum: 0 } },
});

export function ticketOf({ email, contactIds, sawAll }: DeletionOperation): DeletionTicket {
  return { email, contactIds, ...(sawAll === undefined ? {} : { sawAll }), checked: 0 };
}
