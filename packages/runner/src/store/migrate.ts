import { createHash } from 'node:crypto';
import { DatabaseError } from '../errors/runner-error.js';
import { lock } from './advisory-lock.js';
import type { Database } from './database.js';
import type { Migration } from './migration.js';
import type { Queryable } from './queryable.js';

export type { Migration } from './migration.js';

interface Applied {
  readonly id: number;
  readonly checksum: string;
}

/**
 * Brings schema `dsr` up to date, each migration in a transaction of its own. Safe when several processes do it at once.
 * @throws DatabaseError when the database was written by a newer version, a migration changed after it was applied, or workers of an
 * older version would be in the way.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  let pending = true;
  while (pending) pending = await database.transaction((connection) => applyNext(connection, migrations));
}

async function applyNext(connection: Queryable, migrations: readonly Migration[]): Promise<boolean> {
  await lock(connection, 'dsr.migrate');
  const applied = await readApplied(connection);
  refuseUnknown(applied, migrations);
  const next = migrations[applied.length];
  if (next?.alone) await refuseCompany(connection);
  if (next) await apply(connection, next);
  return next !== undefined;
}

async function readApplied(connection: Queryable): Promise<readonly Applied[]> {
  // Not to_regclass: it may answer from before the lock, for it looks into the server's cache of names.
  const { rows } = await connection.query<{ known: boolean }>(
    `select exists (select from pg_tables where schemaname = 'dsr' and tablename = 'migration') as known`,
  );
  if (!rows[0]?.known) await connection.query(createJournal);
  return (await connection.query<Applied>('select id, checksum from dsr.migration order by id')).rows;
}

const createJournal = `
  create schema if not exists dsr;
  create table dsr.migration (
    id integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

function refuseUnknown(applied: readonly Applied[], migrations: readonly Migration[]): void {
  applied.forEach(({ id, checksum }, index) => {
    const migration = migrations[index];
    if (!migration) throw new DatabaseError(newer);
    if (migration.id !== id || checksumOf(migration) !== checksum) throw new DatabaseError(changed);
  });
}

const newer =
  'The database was written by a newer version of dsr: install that version, or use another database or DSR_HOME.';
const changed =
  'The database was written by another edition of this version of dsr: install the one that wrote it, or use another database or DSR_HOME.';

/** Whoever works gives a sign of life every second. */
async function refuseCompany(connection: Queryable): Promise<void> {
  const sql = `select from dsr.process where beat_at > now() - interval '10 seconds'`;
  if ((await connection.query(sql)).rowCount > 0) throw new DatabaseError(accompanied);
}

const accompanied =
  'Processes of an older version of dsr work on this database, and cannot go on after this upgrade. Stop all of them, wait for ten seconds, and start again.';

async function apply(connection: Queryable, migration: Migration): Promise<void> {
  await connection.query(migration.sql);
  await connection.query('insert into dsr.migration (id, name, checksum) values ($1, $2, $3)', [
    migration.id,
    migration.name,
    checksumOf(migration),
  ]);
}

/** Indentation is left out, for formatting the source must not count as a change. */
function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql.replace(/\s+/g, ' ').trim()).digest('hex');
}
