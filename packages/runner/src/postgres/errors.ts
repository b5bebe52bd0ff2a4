/** The embedded PostgreSQL cannot be used; the message is a full sentence with the way out and carries no path and no data value. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES:
    'The data folder of the embedded PostgreSQL is not writable: give this user the folder, or choose another DSR_HOME.',
  EPERM:
    'The data folder of the embedded PostgreSQL is not writable: give this user the folder, or choose another DSR_HOME.',
  EROFS: 'The data folder of the embedded PostgreSQL is on a read-only file system: choose another DSR_HOME.',
  ENOSPC: 'The disk of the embedded PostgreSQL is full: free some space and try again.',
  EDQUOT: 'The disk quota of the embedded PostgreSQL is used up: free some space and try again.',
  ENOTDIR: 'The data folder of the embedded PostgreSQL is not a folder: choose another DSR_HOME.',
  EEXIST: 'The data folder of the embedded PostgreSQL is not a folder: choose another DSR_HOME.',
};

/** Runs `action`; whatever it throws arrives as an `EmbeddedPostgresError`. */
export async function explainFailures<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : explain(error);
  }
}

/** The `code` of a system or SQL error, or an empty string. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function explain(cause: unknown): EmbeddedPostgresError {
  const code = errorCode(cause);
  const fallback = `The embedded PostgreSQL failed (${code || 'no code'}): see postgres.log in its data folder, or set DATABASE_URL to another PostgreSQL.`;
  return new EmbeddedPostgresError(reasons[code] ?? fallback, { cause });
}
