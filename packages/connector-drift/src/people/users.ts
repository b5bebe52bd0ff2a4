import { ConnectorError } from '@privacy-connectors/core/errors';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { components } from '../generated/schema.js';

/** A Drift user: an agent, or a bot. */
export type User = components['schemas']['User'];

const rememberedMs = 10 * 60_000;
const remembered = new WeakMap<
  DriftContext['client'],
  { readonly users: readonly User[]; readonly until: number }
>();

/** What the list of users fails with for good: it is not for this connection, or cannot be read. */
const UNSEEN: readonly string[] = [
  'authentication',
  'missing_scope',
  'vendor_not_found',
  'vendor_rejected',
  'vendor_contract',
];

/**
 * All users of the organisation as Drift tells them now; undefined when it does not for good. `proveConnection` is a call that
 * fails with a dead token: a 401 may mean the permission or the token.
 */
export async function listUsers(
  { client, signal }: DriftContext,
  proveConnection: () => Promise<unknown>,
): Promise<readonly User[] | undefined> {
  try {
    return unwrap('listUsers', await client.GET('/users/list', { signal })).data;
  } catch (error) {
    if (!ConnectorError.is(error) || !UNSEEN.includes(error.code)) throw error;
    if (error.code === 'authentication') await proveConnection();
    return undefined;
  }
}

/**
 * The users with these ids, as they were within the last ten minutes; none when the connection is not known to see users, or
 * Drift does not tell them. Drift names them by id alone in conversations and messages.
 */
export async function findUsers(
  context: DriftContext,
  ids: readonly unknown[],
  proveConnection: () => Promise<unknown>,
): Promise<readonly User[]> {
  const { grantedScopes } = context;
  if (ids.length === 0 || grantedScopes === 'unknown' || !grantedScopes.includes('user_read')) return [];
  return (await recentUsers(context, proveConnection)).filter(({ id }) => ids.includes(id));
}

/**
 * Drift has one list of all users, and each conversation needs it: listed every time, it would cost half of the calls. It is
 * kept with the client of the connection, which a new authorisation replaces. This is no state of a step: whether or not the
 * list is still here, a step gives the same; losing it costs a call. A list that was not told is asked for again.
 */
async function recentUsers(
  context: DriftContext,
  proveConnection: () => Promise<unknown>,
): Promise<readonly User[]> {
  const now = context.now().getTime();
  const known = remembered.get(context.client);
  if (known !== undefined && now < known.until) return known.users;
  const users = await listUsers(context, proveConnection);
  if (users !== undefined) remembered.set(context.client, { users, until: now + rememberedMs });
  return users ?? [];
}
