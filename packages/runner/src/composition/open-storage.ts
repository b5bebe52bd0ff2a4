import { join, resolve } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { ConfiguredMasterKeys } from '../config/configured-master-keys.js';
import { Database } from '../store/database.js';
import { migrate } from '../store/migrate.js';
import { migrations } from '../store/migrations/index.js';
import type { DataKeys } from '../vault/data-keys.js';
import { KeyPartFolder } from '../vault/key-part-folder.js';
import type { KeyParts } from '../vault/key-parts.js';
import { isVaultInUse, openVault } from '../vault/open-vault.js';

/** The open database with its vault. */
export interface Storage {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: DataKeys;
  close(): Promise<void>;
}

/** Opens the configured or the embedded database, brings its schema up to date and opens the vault. */
export async function openStorage(configuration: Configuration): Promise<Storage> {
  const server = await openServer(configuration);
  try {
    const database = await Database.open(server.url);
    try {
      const keys = await prepare(database, configuration);
      return { database, databaseUrl: server.url, keys, close: () => closeBoth(database, server) };
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

async function openServer(configuration: Configuration): Promise<Server> {
  if (configuration.databaseUrl !== undefined) {
    return { url: configuration.databaseUrl.reveal(), close: () => Promise.resolve() };
  }
  const { openEmbeddedPostgres } = await import('../postgres/index.js');
  return openEmbeddedPostgres({ folder: join(configuration.home, 'postgres') });
}

async function prepare(database: Database, configuration: Configuration): Promise<DataKeys> {
  await migrate(database, migrations);
  const isFirstUse = async () => !(await isVaultInUse(database));
  const source = new ConfiguredMasterKeys(configuration, isFirstUse);
  return openVault(database, source, keyParts(configuration));
}

/** Several hosts may share a database: without a folder that they share as well, keys lie in the database whole. */
function keyParts({ home, databaseUrl, retention }: Configuration): KeyParts | undefined {
  if (retention.keyFolder !== undefined) return new KeyPartFolder(resolve(home, retention.keyFolder));
  return databaseUrl === undefined ? new KeyPartFolder(join(home, 'key-parts')) : undefined;
}

async function closeBoth(database: Database, server: Server): Promise<void> {
  await database.close();
  await server.close();
}
