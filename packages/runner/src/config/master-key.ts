import { join } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import { ConfigurationError, VaultError } from '../errors/runner-error.js';
import type { MasterKey } from '../vault/master-key.js';
import { createKeyFile, readKeyFile } from './key-file.js';
import { parseKey } from './parse-key.js';
import type { Environment } from './resolve-home.js';

/**
 * The master key: DSR_MASTER_KEY (32 bytes as base64 or hex), or `master.key` in the data folder, which is generated
 * when `isFirstUse` says that no data is sealed yet. Several processes may do this at once; all get the same key.
 * @throws ConfigurationError when the key is malformed or its file readable by others; nothing is changed then.
 * @throws VaultError when there is sealed data but no key.
 */
export async function loadMasterKey(
  environment: Environment,
  home: string,
  isFirstUse: () => Promise<boolean>,
): Promise<MasterKey> {
  const variable = environment['DSR_MASTER_KEY'];
  if (variable) return new Sensitive(keyFromVariable(variable));
  const path = join(home, 'master.key');
  return new Sensitive((await readKeyFile(path)) ?? (await firstKey(path, isFirstUse)));
}

function keyFromVariable(text: string): Buffer {
  const key = parseKey(text);
  if (!key)
    throw new ConfigurationError('DSR_MASTER_KEY must be 32 bytes, as 44 characters of base64 or 64 of hex.');
  return key;
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
