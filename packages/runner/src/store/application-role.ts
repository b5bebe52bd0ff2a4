import { ConfigurationError } from '../errors/runner-error.js';
import { lock } from './advisory-lock.js';
import type { Database, Queryable } from './database.js';

/** Tables that the application reads and adds to, and cannot change. */
const appendOnly = `'audit_entry', 'audit_checkpoint'`;
/** What only the owner writes to. */
const readOnly = `'migration'`;

/**
 * Lets the role that serves and works use what the owner of the schema made: every table, but for the audit log, where it
 * may only add. Safe when several processes do it at once; changes nothing when nothing is to be changed.
 * @throws ConfigurationError when the role is the owner itself.
 */
export async function admitApplication(owner: Database, role: string): Promise<void> {
  await owner.transaction(async (connection) => {
    await refuseOwner(connection, role);
    await lock(connection, 'dsr.migrate');
    await connection.query(`select set_config('dsr.application_role', $1, true)`, [role]);
    if (await lacksPrivileges(connection, role)) await connection.query(grants);
    await connection.query(engineOwnership);
  });
}

async function refuseOwner(connection: Queryable, role: string): Promise<void> {
  const { rows } = await connection.query<{ same: boolean }>('select current_user = $1 as same', [role]);
  if (rows[0]?.same !== true) return;
  throw new ConfigurationError(
    'DATABASE_OWNER_URL and DATABASE_URL name the same role: give the application a role of its own, or leave DATABASE_OWNER_URL out.',
  );
}

async function lacksPrivileges(connection: Queryable, role: string): Promise<boolean> {
  const { rows } = await connection.query<{ lacks: boolean }>(
    `select not has_database_privilege($1, current_database(), 'create') or exists (
       select from pg_class where relnamespace = 'dsr'::regnamespace and relkind = 'r' and (
         not has_table_privilege($1, oid, 'select')
         or relname <> ${readOnly} and not has_table_privilege($1, oid, 'insert')
         or (relname in (${appendOnly}, ${readOnly}))
            = has_table_privilege($1, oid, 'update, delete, truncate'))) as lacks`,
    [role],
  );
  return rows[0]?.lacks !== false;
}

/** The engine keeps its own schema, and makes it when it is first launched. */
const grants = `
  do $$
  declare
    application constant name := current_setting('dsr.application_role');
    found record;
  begin
    if not has_database_privilege(application, current_database(), 'create') then
      execute format('grant create on database %I to %I', current_database(), application);
    end if;
    execute format('grant usage on schema dsr to %I', application);
    execute format('grant usage on all sequences in schema dsr to %I', application);
    for found in select oid::regclass as called, relname from pg_class
      where relnamespace = 'dsr'::regnamespace and relkind = 'r'
    loop
      execute format('revoke all on %s from %I', found.called, application);
      execute format('grant %s on %s to %I', case
        when found.relname in (${readOnly}) then 'select'
        when found.relname in (${appendOnly}) then 'select, insert'
        else 'select, insert, update, delete' end, found.called, application);
    end loop;
  end
  $$`;

/** The engine's schema is from before there was a role for the application. */
const engineOwnership = `
  do $$
  declare
    application constant name := current_setting('dsr.application_role');
    found record;
  begin
    if not exists (select from pg_namespace where nspname = 'dbos' and pg_get_userbyid(nspowner) <> application) then
      return;
    end if;
    execute format('alter schema dbos owner to %I', application);
    for found in select oid::regclass as called from pg_class
      where relnamespace = 'dbos'::regnamespace and relkind = 'r'
    loop
      execute format('alter table %s owner to %I', found.called, application);
    end loop;
    for found in select oid::regprocedure as called from pg_proc where pronamespace = 'dbos'::regnamespace
    loop
      execute format('alter routine %s owner to %I', found.called, application);
    end loop;
  end
  $$`;

/** Whether the role of this connection could change the audit log: it owns a table of it, or was given the right. */
export async function canChangeAudit(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ can: boolean }>(
    `select bool_or(pg_has_role(current_user, relowner, 'member')
       or has_table_privilege(oid, 'update, delete, truncate')) as can
     from pg_class where relnamespace = 'dsr'::regnamespace and relname in (${appendOnly})`,
  );
  return rows[0]?.can !== false;
}
