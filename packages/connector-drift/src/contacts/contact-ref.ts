import { jsonCodec, type Codec } from '@privacy-connectors/core';

/** A contact and its e-mail as Drift spells it: the same contact gives the same ref, whichever spelling found it. */
export type ContactRef = { readonly contactId: number; readonly email: string };

export const contactRef: Codec<ContactRef> = jsonCodec('reference to a contact', {
  type: 'object',
  required: ['contactId', 'email'],
  properties: { contactId: { type: 'integer' }, email: { type: 'string' } },
});
