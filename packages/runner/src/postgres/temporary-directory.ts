import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { canReach, type ServerAccount } from './server-account.js';

const prefix = 'dsr-postgres-';
/** The address of a Unix socket has room for 103 bytes on macOS and 107 on Linux. */
const longestSocketPath = 103;

/** What a running server needs outside its folder: a short path for its socket, and room for a copy of the programs. */
export interface TemporaryDirectory {
  readonly socket: string;
  readonly runtime: string;
}

/** The path of a folder's temporary directory: the same for every process with the same TMPDIR. */
export function temporaryPath(layout: FolderLayout, account: ServerAccount | undefined): string {
  const { dev, ino } = statSync(layout.root);
  const digest = createHash('sha256').update(`${layout.root}\n${dev}:${ino}`).digest('hex').slice(0, 16);
  const preferred = join(realpathSync(tmpdir()), prefix + digest);
  return fits(preferred, account) ? preferred : join(realpathSync('/tmp'), prefix + digest);
}

function fits(path: string, account: ServerAccount | undefined): boolean {
  const socket = join(path, 'socket', '.s.PGSQL.5432');
  return Buffer.byteLength(socket) <= longestSocketPath && (!account || canReach(join(path, '..'), account));
}

/** Creates the directory anew. It is written down first: whatever is killed next, its remains are found. */
export function createTemporaryDirectory(
  layout: FolderLayout,
  account: ServerAccount | undefined,
): TemporaryDirectory {
  removeTemporaryDirectory(layout);
  const path = temporaryPath(layout, account);
  writeFileSync(layout.temporaryRecord, path, { mode: 0o600 });
  refuseForeign(path);
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  const directory = { socket: join(path, 'socket'), runtime: join(path, 'runtime') };
  makeDirectory(path, account ? 0o711 : 0o700);
  makeDirectory(directory.socket, 0o700);
  if (account) chownSync(directory.socket, account.uid, account.gid);
  return directory;
}

/** Removes the directory that the folder's record names, if any. */
export function removeTemporaryDirectory(layout: FolderLayout): void {
  try {
    removeTemporaryPath(readFileSync(layout.temporaryRecord, 'utf8'));
    rmSync(layout.temporaryRecord);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Removes a temporary directory; leaves anything that is not one of ours. */
export function removeTemporaryPath(path: string): void {
  // A copied runtime may still be in use by a program that has just been told to end.
  if (basename(path).startsWith(prefix)) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

function makeDirectory(path: string, mode: number): void {
  mkdirSync(path);
  chmodSync(path, mode);
}

/** Everybody may write to /tmp, so a directory with our name may be somebody else's trap. */
function refuseForeign(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || (found.isDirectory() && found.uid === process.getuid?.())) return;
  throw new EmbeddedPostgresError(
    `Somebody else owns ${basename(path)} in the directory for temporary files: remove it, or set TMPDIR to a directory of your own.`,
  );
}
