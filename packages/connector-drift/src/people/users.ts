import { ConnectorError } from '@privacy-connectors/core/errors';
import { unwrap } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import { SharedCall } from '../client/shared-call.js';
import type { components } from '../generated/schema.js';

/** A Drift user: an agent, or a bot. */
export type User = components['schemas']['User'];

/** What the list of users fails with for good: it is not for this connection, or cannot be read. */
const UNSEEN: readonly string[] = [
  'authentication',
  'missing_scope',
  'vendor_not_found',
  'vendor_rejected',
  'vendor_contract',
];

/** Longest time, in milliseconds, for which a list of users names the people of conversations. */
const rememberedMs = 10 * 60_000;

/** The list of users that was last asked for, by the client of the connection that asked. */
const remembered = new WeakMap<
  DriftContext['client'],
  { readonly list: SharedCall<readonly User[]>; readonly until: number }
>();

/**
 * All users of the organisation as Drift tells them now; undefined when it does not for good. `proveConnection` is a call that
 * fails with a dead token: a 401 may mean the permission or the token.
 */
export function listUsers(
  { client, signal }: DriftContext,
  proveConnection: () => Promise<unknown>,
): Promise<readonly User[] | undefined> {
  return unlessUnseen(callList(client, signal), proveConnection);
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
  const users = await unlessUnseen(recentUsers(context), proveConnection);
  return (users ?? []).filter(({ id }) => ids.includes(id));
}

/**
 * Drift has one list of all users, and each conversation needs it: listed every time, it would cost half of the calls. It is
 * kept with the client of the connection, which a new authorisation replaces, and conversations that are read at once share
 * the call. This is no state of a step: whether or not the list is still here, a step gives the same; losing it costs a call. A
 * list that was not told is asked for again.
 */
function recentUsers({ client, now, signal }: DriftContext): Promise<readonly User[]> {
  const asked = now().getTime();
  const known = remembered.get(client);
  if (known !== undefined && asked < known.until && !known.list.failed) return known.list.answer(signal);
  const list = new SharedCall('listUsers', (shared) => callList(client, shared));
  remembered.set(client, { list, until: asked + rememberedMs });
  return list.answer(signal);
}

async function callList(client: DriftContext['client'], signal: AbortSignal): Promise<readonly User[]> {
  return unwrap('listUsers', await client.GET('/users/list', { signal })).data;
}

/** What was asked for, or undefined when Drift does not tell it for good. */
async function unlessUnseen<Answer>(
  asked: Promise<Answer>,
  proveConnection: () => Promise<unknown>,
): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!ConnectorError.is(error) || !UNSEEN.includes(error.code)) throw error;
    if (error.code === 'authentication') await proveConnection();
    return undefined;
  }
}
