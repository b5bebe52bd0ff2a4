import { noCursor, type DataRecord, type Json, type ReadStep } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { skippedPage, type Trail } from '@privacy-connectors/core/paging';
import { paging, type KlaviyoContext } from '../client/context.js';
import { unwrap, type VendorClient } from '../generated/client.js';
import { operations } from '../generated/operations.js';
import type { components } from '../generated/schema.js';
import type { Settings } from '../generated/settings.js';
import { getOwnProfile, profileRef, type ProfileRef } from './profile.js';

type Resource = components['schemas']['Resource'];
type Reading<Cursor extends Json> = ReadStep<VendorClient, Settings, ProfileRef, Cursor>;

const gone = skippedPage("Klaviyo no longer has this profile, or it may be another person's by now.");
const everything = { 'additional-fields[profile]': 'subscriptions,predictive_analytics' } as const;

/** Reads one profile and names what hangs on it. */
export const profiles: Reading<never> = {
  ref: profileRef,
  cursor: noCursor,
  async read(context, ref) {
    const profile = await getOwnProfile(context, ref, everything);
    if (profile === null) return gone;
    const { id, attributes } = profile;
    const children = { lists: [ref], segments: [ref], pushTokens: [ref], events: [ref] };
    return { records: [{ id, data: profile, title: attributes.email ?? id }], children, next: null };
  },
};

/** A listing of what hangs on a profile. */
export type Related = 'listsOfProfile' | 'segmentsOfProfile' | 'pushTokensOfProfile' | 'findEvents';

/** Asks for one page of it. */
export function getRelated(context: KlaviyoContext, operation: Related, id: string, trail: Trail | null) {
  const ofProfile = { filter: `equals(profile_id,"${id}")`, include: 'metric', 'page[size]': 1000 } as const;
  const query = { ...(operation === 'findEvents' ? ofProfile : {}), ...paging.query(trail) };
  const init = { params: { path: { id }, query }, signal: context.signal };
  return context.client.GET(operations[operation].path, init);
}

/** Reads what hangs on a profile, page by page. Klaviyo may list nothing, too, when the profile itself is gone. */
export function related(operation: Related): Reading<Trail> {
  return {
    ref: profileRef,
    cursor: paging.codec,
    async read(context, ref, trail) {
      const id = ref.profileId;
      if ((await getOwnProfile(context, ref)) === null) return gone;
      const { data, included, links } = unwrap(operation, await getRelated(context, operation, id, trail));
      const path = operations[operation].path.replace('{id}', id);
      const next = paging.next(links?.next, { baseUrl: context.settings.baseUrl, path, operation }, trail);
      return { records: data.map((thing) => recordOf(thing, id, included)), next };
    },
  };
}

/** A list is one record for each profile that is on it. An event bears the name of its metric. */
function recordOf(thing: Resource, profileId: string, included: readonly Resource[] = []): DataRecord {
  const { profile, metric } = thing.relationships ?? {};
  if ((idOf(profile) ?? profileId) !== profileId)
    throw new VendorContractError('Klaviyo answered with an event of another profile.');
  const named = included.find(({ id }) => id === idOf(metric));
  const { name, timestamp } = { ...named?.attributes, ...thing.attributes };
  return {
    id: `${profileId}/${thing.id}`,
    data: { ...thing, ...(named && { metric: named }) },
    parent: { resource: 'profiles', id: profileId },
    ...(typeof timestamp === 'number' && { occurredAt: timestamp * 1000 }),
    title: name ?? thing.type,
  };
}

const idOf = (relationship: components['schemas']['Relationship'] | undefined) => relationship?.data?.id;
