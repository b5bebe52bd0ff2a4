import { emailVariants, sameIdentifier, type Identifier, type LocateStep } from '@privacy-connectors/core';
import type { Trail } from '@privacy-connectors/core/paging';
import { paging } from '../client/context.js';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { manifest } from '../manifest/manifest.js';
import type { KlaviyoSettings } from '../manifest/settings.js';

type Profile = components['schemas']['Profile'];

const fields = { email: 'email', phone: 'phone_number', external_id: 'external_id', user_id: 'id' } as const;

/** Finds profiles by e-mail, phone number or external id, and what else they are known by. */
export const subject: LocateStep<VendorClient, KlaviyoSettings, Trail> = {
  resource: 'profiles',
  cursor: paging.codec,
  async locate({ client, signal, settings: { baseUrl } }, identifier, trail) {
    const { kind, value } = identifier;
    const isSame = (other: Identifier) => sameIdentifier(identifier, other);
    // All spellings at once, because Klaviyo does not say whether letter case matters in an e-mail.
    const filter = `any(${fields[kind]},${JSON.stringify(kind === 'email' ? emailVariants(value) : [value])})`;
    const params = { query: { filter, 'page[size]': 100, ...paging.query(trail) } };
    const listing = { baseUrl, path: '/api/profiles', operation: 'findProfiles' } as const;
    const { data, links } = unwrap(listing.operation, await client.GET(listing.path, { params, signal }));
    const profiles = data.filter((profile) => identifiersOf(profile).some(isSame));
    return {
      // A profile of unknown age is an old one.
      things: profiles.map(({ id, attributes: { created } }) => {
        return { resource: 'profiles', ref: { profileId: id }, existsSince: Date.parse(created ?? '') || 0 };
      }),
      identifiers: profiles.flatMap(identifiersOf).filter((other) => !isSame(other)),
      next: paging.next(links?.next, listing, trail),
    };
  },
};

function identifiersOf({ attributes }: Profile): readonly Identifier[] {
  const borne = manifest.identifiers.produces.map((kind) => ({
    kind,
    value: attributes[fields[kind]] ?? '',
  }));
  return borne.filter(({ value }) => value !== '');
}
