import pg from 'pg';
import { applicationRole, role } from './cluster.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import { applicationPassword, wrongPassword } from './password.js';

const database = 'dsr';

/** How to reach a server: the directory of its socket, and the role's password. */
export interface ServerAddress {
  readonly socketDirectory: string;
  readonly password: string;
}

/** What came of a try to connect: a usable database, a server that is starting or stopping, or one that lost its socket. */
export type ConnectionOutcome = 'connected' | 'busy' | 'unreachable';

/** Connection strings for `pg`. */
export interface ServerUrls {
  /** Of the role that owns everything. */
  readonly url: string;
  /** Of the role that serves and works. */
  readonly applicationUrl: string;
}

/** Port and TLS are named, so that PGPORT and PGSSLMODE of a user's shell do not interfere. */
export function serverUrls({ socketDirectory, password }: ServerAddress): ServerUrls {
  const place = `localhost:5432/${database}?host=${encodeURIComponent(socketDirectory)}&sslmode=disable`;
  return {
    url: `postgresql://${role}:${password}@${place}`,
    applicationUrl: `postgresql://${applicationRole}:${applicationPassword(password)}@${place}`,
  };
}

/** Connects once and creates the database and the application's role if they are not there yet. @throws EmbeddedPostgresError when the password is wrong. */
export async function tryConnection(address: ServerAddress): Promise<ConnectionOutcome> {
  try {
    await query(address, database, ensureApplicationRole(address));
    return 'connected';
  } catch (error) {
    return await remedy(address, error);
  }
}

/** SQLSTATE: 3D000 no such database, 28P01 wrong password, 57P03 starting up or shutting down, 53300 too many connections. */
async function remedy(address: ServerAddress, error: unknown): Promise<ConnectionOutcome> {
  switch (errorCode(error)) {
    case '3D000':
      await query(address, 'postgres', `create database ${database}`);
      await query(address, database, ensureApplicationRole(address));
      return 'connected';
    case '28P01':
      throw new EmbeddedPostgresError(wrongPassword);
    case 'ENOENT':
      return 'unreachable';
    case '57P03':
    case '53300':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return 'busy';
    default:
      throw error;
  }
}

function ensureApplicationRole({ password }: ServerAddress): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then
      create role ${applicationRole} login password '${applicationPassword(password)}';
    end if;
  end $$`;
}

async function query(
  { socketDirectory, password }: ServerAddress,
  name: string,
  text: string,
): Promise<void> {
  const options = { host: socketDirectory, port: 5432, user: role, password, database: name, ssl: false };
  const client = new pg.Client({ ...options, connectionTimeoutMillis: 10_000 });
  // A server that stops in between also reports on the idle connection; the query rejects anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end();
  }
}
