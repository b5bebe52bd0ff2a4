import type { Identifier } from '@privacy-connectors/core';
import type { Contact } from './contact.js';

/** The person's further handles that a contact bears: the phone, and the id in the organisation's own system. */
export function identifiersOf({ attributes }: Contact): readonly Identifier[] {
  return [
    ...identifier('phone', attributes?.['phone']),
    ...identifier('external_id', attributes?.externalId ?? attributes?.['external_id']),
  ];
}

/** Drift shows an external id as a number or as a text, and anything may stand in a field that holds neither. */
function identifier(kind: Identifier['kind'], field: unknown): readonly Identifier[] {
  const value = typeof field === 'string' || Number.isSafeInteger(field) ? String(field).trim() : '';
  return value === '' ? [] : [{ kind, value }];
}
