import {
  emailVariants,
  jsonCodec,
  sameEmail,
  type Identifier,
  type LocatedPage,
  type LocateStep,
} from '@privacy-connectors/core';
import { follow, trailSchema, type Trail } from '@privacy-connectors/core/paging';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { IntercomContext } from '../client/context.js';
import { nextPlace, searchBody, type Query } from '../paging/search.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import type { ContactRef } from './contact-ref.js';
import { identifiersOf } from './identifiers.js';
import { samePhone, spelledPhone } from './phone.js';
import type { Contact } from './resolve-contact.js';
import { timeOf } from '../values/time-of.js';

const operation = 'searchContacts';

/** Finds users and leads by an identifier; the trail's place is the cursor of the search. */
export const subject: LocateStep<VendorClient, IntercomSettings, Trail> = {
  resource: 'contacts',
  cursor: jsonCodec<Trail>('place in a search for contacts', trailSchema),
  locate,
};

async function locate(
  context: IntercomContext,
  identifier: Identifier,
  cursor: Trail | null,
): Promise<LocatedPage<ContactRef, Trail>> {
  const query = queryOf(identifier);
  if (query === undefined) return { things: [], next: null };
  const body = searchBody(query, cursor?.place ?? null);
  const result = await context.client.POST('/contacts/search', { body, signal: context.signal });
  const { data, pages } = unwrap(operation, result);
  const found = data.filter((contact) => bears(contact, identifier));
  const next = nextPlace(pages);
  return {
    things: found.map(({ id, email, created_at: at }) => {
      const { occurredAt: createdAt } = timeOf(at);
      const ref = { contactId: id, email: email ?? null };
      return { resource: 'contacts', ref, ...(createdAt !== undefined && { createdAt }) };
    }),
    identifiers: found.flatMap(identifiersOf).filter((each) => !isSame(each, identifier)),
    next: next === null ? null : follow(cursor, next, operation),
  };
}

/** Intercom does not say whether letter case matters in e-mails: one search is made for all spellings. */
function queryOf({ kind, value }: Identifier): Query | undefined {
  const equals = (text: string) => ({ field: kind, operator: '=', value: text }) as const;
  if (kind === 'email') return { operator: 'OR', value: emailVariants(value).map(equals) };
  if (kind === 'phone') return equals(spelledPhone(value));
  return kind === 'external_id' ? equals(value) : undefined;
}

function bears(contact: Contact, identifier: Identifier): boolean {
  const value = {
    email: contact.email,
    phone: contact.phone,
    external_id: contact.external_id,
    user_id: null,
  }[identifier.kind];
  return typeof value === 'string' && isSame({ kind: identifier.kind, value }, identifier);
}

function isSame(one: Identifier, other: Identifier): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'email') return sameEmail(one.value, other.value);
  return one.kind === 'phone' ? samePhone(one.value, other.value) : one.value === other.value;
}
