import { createHmac, randomBytes } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { ServerAccount } from './server-account.js';

/** Writes a new random password durably to a file that only its owner may read, and gives it to the server's account to read once. */
export function writePassword(path: string, account: ServerAccount | undefined): void {
  const descriptor = openSync(path, 'w', 0o600);
  writeSync(descriptor, randomBytes(32).toString('base64url'));
  fsyncSync(descriptor);
  closeSync(descriptor);
  if (account) chownSync(path, account.uid, account.gid);
}

/** Reads the password. @throws EmbeddedPostgresError when the file is gone or is no password of ours. */
export function readPassword(path: string): string {
  const password = readIfPresent(path);
  if (/^[\w-]{43}$/.test(password)) return password;
  throw new EmbeddedPostgresError(wrongPassword);
}

/** The password of the application's role: whoever has the owner's can tell it, and nobody the other way round. */
export function applicationPassword(password: string): string {
  return createHmac('sha256', password).update('dsr_app').digest('base64url');
}

/** What to say when the password does not open the database. */
export const wrongPassword =
  'The file "password" of the embedded PostgreSQL is missing or does not belong to its data: restore it from a backup, or remove the whole folder to start with an empty database.';

function readIfPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
