import {
  emailVariants,
  jsonCodec,
  sameEmail,
  type LocatedPage,
  type LocatedThing,
  type LocateStep,
  type Subject,
} from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import type { DriftClient } from '../client/client.js';
import type { DriftContext } from '../client/context.js';
import { follow, trailSchema, type Trail } from '../paging/trail.js';
import type { PageParameters } from '../paging/next-link.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { timeOf } from '../values/time-of.js';
import type { ContactRef } from './contact-ref.js';
import { emailOf, type Contact } from './contact.js';
import { findContacts, findContactsByDerived } from './find-contacts.js';

/** Which spelling of the e-mail is asked for, and the page of its contacts; null is the first page. */
type Place = {
  readonly variant: number;
  readonly page: { readonly parameters: PageParameters; readonly trail: Trail } | null;
};

const DAY_MS = 86_400_000;

/** Finds contacts by each spelling of the e-mail, because Drift does not say whether letter case matters. */
export const subject: LocateStep<DriftClient, DriftSettings, Place> = {
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
  { email }: Subject,
  cursor: Place | null,
): Promise<LocatedPage<ContactRef, Place>> {
  if (email === undefined) return { things: [], next: null };
  const place = cursor ?? { variant: 0, page: null };
  const variants = emailVariants(email);
  const asked = variants[place.variant];
  if (asked === undefined) throw new StoredValueError('place in the list of contacts');
  const find = place.variant === 0 ? findContacts : findContactsByDerived;
  const { contacts, next } = await find(context, asked, place.page?.parameters ?? null);
  return {
    things: contacts.flatMap((contact) => located(contact, email)),
    next: next === null ? nextVariant(place, variants) : nextPage(place, next),
  };
}

function nextVariant({ variant }: Place, variants: readonly string[]): Place | null {
  return variant + 1 < variants.length ? { variant: variant + 1, page: null } : null;
}

function nextPage({ variant, page }: Place, parameters: PageParameters): Place {
  const trail = follow(page?.trail ?? null, JSON.stringify(parameters), 'findContacts');
  return { variant, page: { parameters, trail } };
}

/** Nothing, when the e-mail is not the data subject's after all. */
function located(contact: Contact, email: string): LocatedThing<ContactRef>[] {
  const { id } = contact;
  const stored = emailOf(contact);
  if (stored === undefined || !sameEmail(stored, email)) return [];
  const createdAt = timeOf(contact.createdAt);
  // Contacts can be merged, and a merged one may bring conversations that are a little older than itself.
  const existsSince = createdAt === undefined ? {} : { existsSince: createdAt - DAY_MS };
  return [{ resource: 'contacts', ref: { contactId: id, email: stored }, owner: String(id), ...existsSince }];
}
