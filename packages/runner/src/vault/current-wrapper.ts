import type { Queryable } from '../store/queryable.js';
import { installation } from './key-owner.js';

/**
 * The id of the master key that new data keys are wrapped by: the one that the installation's own data key is under. A
 * rotation moves that one first. Undefined before the first use.
 */
export async function currentWrapperId(connection: Queryable): Promise<string | undefined> {
  const { rows } = await connection.query<{ wrapper_id: string }>(
    'select wrapper_id from dsr.data_key where scope = $1 and scope_id = $2',
    [installation.scope, installation.id],
  );
  return rows[0]?.wrapper_id;
}
