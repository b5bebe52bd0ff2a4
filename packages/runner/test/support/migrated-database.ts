import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { startTestDatabase } from './database.js';

/** A database of a test with the schema of this version. */
export interface MigratedDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the database and stops its server. */
  stop(): Promise<void>;
}

export async function startMigratedDatabase(): Promise<MigratedDatabase> {
  const server = await startTestDatabase();
  const database = await Database.open(server.url);
  await migrate(database, migrations);
  const stop = async (): Promise<void> => {
    await database.close();
    await server.stop();
  };
  return { database, url: server.url, stop };
}
