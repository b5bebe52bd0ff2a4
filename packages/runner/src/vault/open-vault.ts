import { VaultError } from '../errors/runner-error.js';
import type { Queryable } from '../store/queryable.js';
import { currentWrapperId } from './current-wrapper.js';
import { DataKeys } from './data-keys.js';
import type { KeyParts } from './key-parts.js';
import type { MasterKeySource } from './master-key-source.js';
import { MasterKeys } from './master-keys.js';

/**
 * The vault of a migrated database. The first use creates the installation's data key; every later one unwraps it, which
 * proves that the master key is the one the data was sealed with.
 * @throws VaultError when it is another one; nothing is changed then.
 * @throws KeyServiceError when its keeper cannot be used now, or the second parts of data keys are away.
 */
export async function openVault(
  database: Queryable,
  source: MasterKeySource,
  parts?: KeyParts,
): Promise<DataKeys> {
  const masterKeys = await MasterKeys.load(source);
  const keys = new DataKeys(database, masterKeys, parts);
  await keys.createFirst();
  const current = await currentWrapperId(database);
  if (current === undefined || !(await masterKeys.has(current))) throw new VaultError(misfit);
  try {
    await keys.installationBox();
  } catch (error) {
    throw error instanceof VaultError ? new VaultError(misfit) : error;
  }
  await keys.openParts();
  return keys;
}

const misfit =
  'The master key does not fit this data: set DSR_MASTER_KEY, or restore master.key, to the key that was used with this database.';

/** Whether data keys were ever made in this (migrated) database. Without any, a fresh master key does no harm. */
export async function isVaultInUse(database: Queryable): Promise<boolean> {
  const sql = 'select exists (select from dsr.data_key) as used';
  const [row] = (await database.query<{ used: boolean }>(sql)).rows;
  return row?.used === true;
}
