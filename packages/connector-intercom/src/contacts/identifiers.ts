import type { Identifier } from '@privacy-connectors/core';
import type { Contact } from './resolve-contact.js';

/** The external id of a lead is Intercom's own invention and no handle of the person. */
export function identifiersOf({
  email,
  phone,
  external_id: externalId,
  role,
}: Contact): readonly Identifier[] {
  const handles = { email, phone, external_id: role === 'user' ? externalId : null };
  return (['email', 'phone', 'external_id'] as const).flatMap((kind) => {
    const value = handles[kind];
    return typeof value === 'string' && value !== '' ? [{ kind, value }] : [];
  });
}
