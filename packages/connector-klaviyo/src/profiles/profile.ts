import { identifierSchema, objectCodec, shareIdentifier, type Identifier } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import type { KlaviyoContext } from '../client/context.js';
import { unwrap } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { vendor } from '../generated/vendor.js';

export type Profile = components['schemas']['Profile'];

/** A profile and what it was known by; what hangs on it has the same ref. */
export type ProfileRef = { readonly profileId: string; readonly identifiers: readonly Identifier[] };

/** JSON Schema of the identifiers in a handle. */
export const identifiersSchema = { type: 'array', items: identifierSchema };

export const profileRef = objectCodec<ProfileRef>('reference to a profile', {
  profileId: 'string',
  identifiers: identifiersSchema,
});

/** Klaviyo's names of the kinds of identifiers. */
export const fields = {
  email: 'email',
  phone: 'phone_number',
  external_id: 'external_id',
  user_id: 'id',
} as const;

export function identifiersOf({ attributes }: Profile): readonly Identifier[] {
  const borne = vendor.identifiers.produces.map((kind) => ({ kind, value: attributes[fields[kind]] ?? '' }));
  return borne.filter(({ value }) => value !== '');
}

/** One profile, or null when Klaviyo has none of that id. @throws VendorContractError for another one. */
export async function getProfile({ client, signal }: KlaviyoContext, id: string, query = {}) {
  const result = await client.GET('/api/profiles/{id}', { params: { path: { id }, query }, signal });
  if (result.response.status === 404) return null;
  const { data } = unwrap('getProfile', result);
  if (data.id === id) return data;
  throw new VendorContractError('Klaviyo answered with another profile.', { operation: 'getProfile' });
}

/** The same, but null also when nothing that it was known by is left on it: it may be another person's by now. */
export async function getOwnProfile(
  context: KlaviyoContext,
  { profileId, identifiers }: ProfileRef,
  query = {},
) {
  const profile = await getProfile(context, profileId, query);
  return profile !== null && shareIdentifier(identifiersOf(profile), identifiers) ? profile : null;
}
