import pg from 'pg';
import { DatabaseError, KeyServiceError, MisuseError } from '../errors/runner-error.js';
import { SqlError } from './sql-error.js';

const refused = 'refused the user or the password: check both in DATABASE_URL';
const starting = 'is starting up or shutting down: try again in a moment';
const lost = 'closed the connection: see its log and try again';
const full = 'has no room left: free disk space and try again';

/** What each SQLSTATE means for the person who runs the installation; completes "The database …". */
const sqlStates: Readonly<Record<string, string>> = {
  '28P01': refused,
  '28000': refused,
  '3D000': 'server has no database of that name: create it with `createdb`, or correct DATABASE_URL',
  '42501': 'denies this user a needed privilege: grant CREATE on the database',
  '53100': full,
  '53300': 'accepts no more connections: raise max_connections or run fewer workers',
  '57P01': lost,
  '57P02': lost,
  '57P03': starting,
  '25006': 'is read-only: point DATABASE_URL to the primary server',
};

/** What each network error means; completes "The database …". */
const networkErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer at the configured host and port: is it running?',
  ENOENT: 'has no socket at the configured place: is it running?',
  ENOTFOUND: 'has a host name that cannot be resolved: correct DATABASE_URL',
  EAI_AGAIN: 'has a host name that cannot be resolved right now: check the network',
  ECONNRESET: lost,
  EPIPE: lost,
};

const unreachable = 'does not answer: check that it runs, is not overloaded, and that DATABASE_URL is right';

/**
 * The same failure without the values that errors of `pg` carry in message, detail and parameters. The original is not
 * even kept as the cause, for loggers print causes.
 */
export function databaseFailure(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof pg.DatabaseError && error.code !== undefined)
    return sqlFailure(error.code, error.constraint);
  const text =
    error instanceof Error && error.message.startsWith('SASL') ? refused : networkErrors[codeOf(error)];
  return new DatabaseError(`The database ${text ?? unreachable}.`);
}

/** Classes of SQLSTATEs that tell of the server's state, not of what it was asked. */
const serverStates = ['08', '25', '28', '3D', '40', '53', '55', '57', '58'];

/** True for a failure that is gone once the database, or the keeper of the master key, answers, has room, or accepts us again. */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof SqlError) return serverStates.some((state) => error.sqlState.startsWith(state));
  if (error instanceof MisuseError) return false;
  return error instanceof DatabaseError || error instanceof KeyServiceError;
}

function sqlFailure(sqlState: string, constraint: string | undefined): SqlError {
  const known = sqlStates[sqlState];
  if (known !== undefined) return new SqlError(sqlState, `The database ${known}.`);
  const where = constraint === undefined ? '' : `, constraint ${constraint}`;
  return new SqlError(sqlState, `The database refused a statement (SQLSTATE ${sqlState}${where}).`);
}

/** Several addresses of one host fail together, in one error that holds theirs. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}
