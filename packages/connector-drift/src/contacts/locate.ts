import {
  emailVariants,
  jsonCodec,
  sameEmail,
  type Identifier,
  type LocatedPage,
  type LocatedThing,
  type LocateStep,
} from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import { follow, trailSchema, type PageQuery, type Trail } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { timeOf } from '../values/time-of.js';
import type { ContactRef } from './contact-ref.js';
import { emailOf, type Contact } from './contact.js';
import { findContacts, findContactsByDerived } from './find-contacts.js';
import { identifiersOf } from './identifiers.js';

/** Which spelling of the e-mail is asked for, and the page of its contacts; null is the first page. */
type Place = {
  readonly variant: number;
  readonly page: { readonly parameters: PageQuery; readonly trail: Trail } | null;
};

const DAY_MS = 86_400_000;

/** Finds contacts by each spelling of the e-mail, because Drift does not say whether letter case matters. */
export const subject: LocateStep<VendorClient, DriftSettings, Place> = {
  resource: 'contacts',
  cursor: jsonCodec<Place>('place in the list of contacts', {
    type: 'object',
    required: ['variant', 'page'],
    properties: {
      variant: { type: 'integer', minimum: 0 },
      page: {
        type: ['object', 'null'],
        required: ['parameters', 'trail'],
        properties: {
          parameters: { type: 'object', additionalProperties: { type: 'string' } },
          trail: trailSchema,
        },
      },
    },
  }),
  locate,
};

async function locate(
  context: DriftContext,
  { value: email }: Identifier,
  cursor: Place | null,
): Promise<LocatedPage<ContactRef, Place>> {
  const place = cursor ?? { variant: 0, page: null };
  const variants = emailVariants(email);
  const asked = variants[place.variant];
  if (asked === undefined) throw new StoredValueError('place in the list of contacts');
  const find = place.variant === 0 ? findContacts : findContactsByDerived;
  const { contacts, next } = await find(context, asked, place.page?.parameters ?? null);
  const own = contacts.filter((contact) => sameEmail(emailOf(contact) ?? '', email));
  return {
    things: own.flatMap(located),
    identifiers: own.flatMap(identifiersOf),
    next: next === null ? nextVariant(place, variants) : nextPage(place, next),
  };
}

function nextVariant({ variant }: Place, variants: readonly string[]): Place | null {
  return variant + 1 < variants.length ? { variant: variant + 1, page: null } : null;
}

function nextPage({ variant, page }: Place, parameters: PageQuery): Place {
  const trail = follow(page?.trail ?? null, JSON.stringify(parameters), 'findContacts');
  return { variant, page: { parameters, trail } };
}

function located(contact: Contact): LocatedThing<ContactRef>[] {
  const { id } = contact;
  const email = emailOf(contact);
  if (email === undefined) return [];
  const createdAt = timeOf(contact.createdAt);
  // Contacts can be merged, and a merged one may bring conversations that are a little older than itself.
  const times = createdAt === undefined ? {} : { createdAt, existsSince: createdAt - DAY_MS };
  return [{ resource: 'contacts', ref: { contactId: id, email }, owner: String(id), ...times }];
}
