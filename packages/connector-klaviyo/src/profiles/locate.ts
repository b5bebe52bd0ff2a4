import { sameIdentifier, spellingsOf, type Identifier, type LocateStep } from '@privacy-connectors/core';
import type { Trail } from '@privacy-connectors/core/paging';
import { paging } from '../client/context.js';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { Settings } from '../generated/settings.js';
import { fields, identifiersOf } from './profile.js';

/** Finds profiles by e-mail, phone number or external id, and what else they are known by. */
export const subject: LocateStep<VendorClient, Settings, Trail> = {
  resource: 'profiles',
  cursor: paging.codec,
  async locate({ client, signal, settings: { baseUrl } }, identifier, trail) {
    const isSame = (other: Identifier) => sameIdentifier(identifier, other);
    const filter = `any(${fields[identifier.kind]},${JSON.stringify(spellingsOf(identifier))})`;
    const params = { query: { filter, 'page[size]': 100, ...paging.query(trail) } };
    const listing = { baseUrl, path: '/api/profiles', operation: 'findProfiles' } as const;
    const { data, links } = unwrap(listing.operation, await client.GET(listing.path, { params, signal }));
    const profiles = data.filter((profile) => identifiersOf(profile).some(isSame));
    return {
      // A profile of unknown age is an old one.
      things: profiles.map((profile) => {
        const createdAt = Date.parse(profile.attributes.created ?? '') || undefined;
        const ref = { profileId: profile.id, identifiers: identifiersOf(profile) };
        return { resource: 'profiles', ref, ...(createdAt && { createdAt }), existsSince: createdAt ?? 0 };
      }),
      identifiers: profiles.flatMap(identifiersOf).filter((other) => !isSame(other)),
      next: paging.next(links?.next, listing, trail),
    };
  },
};
