import { join } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import { VaultError } from '../errors/runner-error.js';
import type { MasterKey } from '../vault/master-key.js';
import { createKeyFile, readKeyFile } from './key-file.js';

/**
 * The master key: the one given by the environment, or `master.key` in the data folder, which is generated when
 * `isFirstUse` says that no data is sealed yet. Several processes may do this at once; all get the same key.
 * @throws ConfigurationError when the key file is malformed or readable by others; nothing is changed then.
 * @throws VaultError when there is sealed data but no key.
 */
export async function loadMasterKey(
  given: MasterKey | undefined,
  home: string,
  isFirstUse: () => Promise<boolean>,
): Promise<MasterKey> {
  if (given !== undefined) return given;
  const path = join(home, 'master.key');
  return new Sensitive((await readKeyFile(path)) ?? (await firstKey(path, isFirstUse)));
}

async function firstKey(path: string, isFirstUse: () => Promise<boolean>): Promise<Buffer> {
  if (await isFirstUse()) await createKeyFile(path);
  // Read in any case: another process may have been first, and its key is the one that counts.
  const key = await readKeyFile(path);
  if (!key) throw new VaultError(missing);
  return key;
}

const missing =
  'The master key of this data is missing: restore master.key in the data folder from your backup, or set DSR_MASTER_KEY.';
