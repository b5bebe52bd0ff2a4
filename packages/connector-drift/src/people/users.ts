import { answeredWith } from '@privacy-connectors/core/http';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { components } from '../generated/schema.js';

/** A Drift user: an agent, or a bot. */
export type User = components['schemas']['User'];

/** All users of the organisation. */
export async function listUsers({ client, signal }: DriftContext): Promise<readonly User[]> {
  return unwrap('listUsers', await client.GET('/users/list', { signal })).data;
}

/**
 * The users with these ids; none when the connection is not known to see users, or Drift has no list of them (404). Drift names
 * them by id alone in conversations and messages.
 */
export async function findUsers(context: DriftContext, ids: readonly unknown[]): Promise<readonly User[]> {
  const { grantedScopes } = context;
  if (ids.length === 0 || grantedScopes === 'unknown' || !grantedScopes.includes('user_read')) return [];
  try {
    return (await listUsers(context)).filter(({ id }) => ids.includes(id));
  } catch (error) {
    if (answeredWith(error, 404)) return [];
    throw error;
  }
}
