import type { Blocked, Retained } from '@privacy-connectors/core';
import { unwrap } from '../generated/client.js';
import { pending, type Task } from './handle.js';

const kept: Retained = {
  outcome: 'retained',
  basis: 'The e-mail alone is kept, on a suppressed profile, so that no marketing is sent to it again.',
};
const incomplete: Blocked = {
  outcome: 'blocked',
  remedy:
    'Klaviyo may not have suppressed the e-mail: it skipped it. Look, and suppress it by hand if need be.',
};

/** Klaviyo suppresses later, and gives a job to ask about. */
export const suppressEmails: Task = async (context, planned) => {
  const { client, signal } = context;
  const data = planned.identifiers.map(
    ({ value: email }) => ({ type: 'profile', attributes: { email } }) as const,
  );
  const attributes = { profiles: { data } };
  const body = { data: { type: 'profile-suppression-bulk-create-job', attributes } } as const;
  const result = await client.POST('/api/profile-suppression-bulk-create-jobs', { body, signal });
  return pending(context, { ...planned, id: unwrap('suppressProfiles', result).data.id });
};

/** Without a job, because the answer was lost, nothing is known, and the call is made again. */
export const verifySuppression: Task = async (context, ticket) => {
  if (ticket.id === '') return pending(context, ticket);
  const init = { params: { path: { id: ticket.id } }, signal: context.signal };
  const result = await context.client.GET('/api/profile-suppression-bulk-create-jobs/{id}', init);
  const { status, skipped_count: skipped } = unwrap('getSuppressionJob', result).data.attributes;
  if (status === 'queued' || status === 'processing') return pending(context, ticket);
  return status === 'complete' && (skipped ?? 0) === 0 ? kept : incomplete;
};
