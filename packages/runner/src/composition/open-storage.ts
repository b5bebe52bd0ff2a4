import { join, resolve } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { ConfiguredMasterKeys } from '../config/configured-master-keys.js';
import { Database } from '../store/database.js';
import { migrations } from '../store/migrations/index.js';
import { prepareSchema } from '../store/prepare-schema.js';
import type { DataKeys } from '../vault/data-keys.js';
import { KeyPartFolder } from '../vault/key-part-folder.js';
import type { KeyParts } from '../vault/key-parts.js';
import { isVaultInUse, openVault } from '../vault/open-vault.js';

/** The open database with its vault. */
export interface Storage {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: DataKeys;
  /** Whether no second parts of them are kept outside of the database. */
  readonly keysAreWhole: boolean;
  close(): Promise<void>;
}

/** Opens the configured or the embedded database, brings its schema up to date and opens the vault. */
export async function openStorage(configuration: Configuration): Promise<Storage> {
  const server = await openServer(configuration);
  try {
    const database = await Database.open(server.url);
    try {
      await prepareSchema(database, server.ownerUrl, migrations);
      const parts = keyParts(configuration);
      const keys = await openKeys(database, configuration, parts);
      const close = () => closeBoth(database, server);
      return { database, databaseUrl: server.url, keys, keysAreWhole: parts === undefined, close };
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
  /** Of the role that owns the schema, when the application has a lesser one. */
  readonly ownerUrl?: string;
  close(): Promise<void>;
}

async function openServer(configuration: Configuration): Promise<Server> {
  const { databaseUrl, databaseOwnerUrl, home } = configuration;
  if (databaseUrl !== undefined) {
    const ownerUrl = databaseOwnerUrl?.reveal();
    const url = databaseUrl.reveal();
    return { url, ...(ownerUrl === undefined ? {} : { ownerUrl }), close: () => Promise.resolve() };
  }
  const { openEmbeddedPostgres } = await import('../postgres/index.js');
  const server = await openEmbeddedPostgres({ folder: join(home, 'postgres') });
  return { url: server.applicationUrl, ownerUrl: server.url, close: () => server.close() };
}

async function openKeys(
  database: Database,
  configuration: Configuration,
  parts: KeyParts | undefined,
): Promise<DataKeys> {
  const isFirstUse = async () => !(await isVaultInUse(database));
  const source = new ConfiguredMasterKeys(configuration, isFirstUse);
  return openVault(database, source, parts);
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
