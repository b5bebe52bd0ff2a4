import type { Refused } from '@privacy-connectors/core';
import { unwrap } from '../generated/client.js';
import { subject } from '../profiles/locate.js';
import { getOwnProfile, getProfile } from '../profiles/profile.js';
import { pending, type Task } from './handle.js';

const remark = 'A profile with an identifier of the person was made after the request. It stays.';

const anothers: Refused = { outcome: 'refused', reason: "The profile may be another person's by now." };

/** Klaviyo accepts the deletion and does it later, without a job to ask about. */
export const deleteProfile: Task = async (context, planned) => {
  const { client, signal, now } = context;
  const ticket = { ...planned, requestedAt: now().getTime() };
  const profile = { data: { type: 'profile', id: planned.id, attributes: {} } } as const;
  const body = { data: { type: 'data-privacy-deletion-job', attributes: { profile } } } as const;
  const own = await getOwnProfile(context, { profileId: planned.id, identifiers: planned.identifiers });
  if (own === null && (await getProfile(context, planned.id)) !== null) return anothers;
  const result = await client.POST('/api/data-privacy-deletion-jobs', { body, parseAs: 'text', signal });
  const seen = result.response.status === 404 ? await verifyDeletion(context, ticket) : null;
  if (seen?.outcome === 'deleted') return seen;
  unwrap('requestDeletion', result);
  return pending(context, ticket);
};

/** Gone by id and, but for profiles that were made after the request, by everything the person was searched by. */
export const verifyDeletion: Task = async (context, ticket) => {
  if ((await getProfile(context, ticket.id)) !== null) return pending(context, ticket);
  let recreated = false;
  for (const identifier of ticket.identifiers) {
    const { things, next } = await subject.locate(context, identifier, null);
    const old = things.some(({ existsSince = 0 }) => existsSince <= (ticket.requestedAt ?? Infinity));
    if (old || next !== null) return pending(context, ticket);
    recreated ||= things.length > 0;
  }
  return { outcome: 'deleted', ...(recreated && { remark }) };
};
