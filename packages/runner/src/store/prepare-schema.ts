import { admitApplication } from './application-role.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import type { Migration } from './migration.js';

/**
 * Brings the schema up to date, as its owner when there is a URL of one: then the role of `database` is only let in.
 * @throws DatabaseError, ConfigurationError
 */
export async function prepareSchema(
  database: Database,
  ownerUrl: string | undefined,
  migrations: readonly Migration[],
): Promise<void> {
  if (ownerUrl === undefined) {
    await migrate(database, migrations);
    return;
  }
  const { rows } = await database.query<{ role: string }>('select current_user as role');
  const owner = await Database.open(ownerUrl);
  try {
    await migrate(owner, migrations);
    await admitApplication(owner, rows[0]?.role ?? '');
  } finally {
    await owner.close();
  }
}
