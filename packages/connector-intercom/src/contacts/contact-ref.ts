import { objectCodec, type Codec } from '@privacy-connectors/core';

/** A contact and its e-mail as Intercom spells it: the same contact gives the same ref, whatever found it. */
export type ContactRef = { readonly contactId: string; readonly email: string | null };

export const contactProperties = { contactId: 'string', email: { type: ['string', 'null'] } } as const;

export const contactRef: Codec<ContactRef> = objectCodec<ContactRef>(
  'reference to a contact',
  contactProperties,
);
