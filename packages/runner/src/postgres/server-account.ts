import { statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError, errorCode } from './errors.js';

/** The user and group that the server runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` of every Linux: PostgreSQL refuses to run as root, and no account has to be created. */
const nobody: ServerAccount = { uid: 65534, gid: 65534 };

/**
 * The account to change to when this process is root, or undefined when the server runs as the current user.
 * A data directory that exists keeps its owner, since PostgreSQL serves nobody else's.
 *
 * @throws EmbeddedPostgresError as root on a system other than Linux.
 */
export function serverAccount(dataDirectory: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== 'linux') throw new EmbeddedPostgresError(rootless);
  try {
    const { uid, gid } = statSync(dataDirectory);
    return uid === 0 ? nobody : { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return nobody;
    throw error;
  }
}

const rootless =
  'The embedded PostgreSQL runs as root on Linux only: run this command as an ordinary user, or set DATABASE_URL.';

/** Whether the account may read and enter `path` and enter every directory above it. `path` must be free of symbolic links. */
export function canReach(path: string, account: ServerAccount): boolean {
  return mayUse(path, account, 0o5) && ancestors(path).every((directory) => mayUse(directory, account, 0o1));
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
}

function mayUse(path: string, account: ServerAccount, needed: number): boolean {
  const stats = statSync(path);
  return ((stats.mode >> shiftFor(stats, account)) & needed) === needed;
}

/** Which three bits of a mode apply to the account: owner's, group's or others'. */
function shiftFor(stats: Stats, account: ServerAccount): number {
  if (stats.uid === account.uid) return 6;
  return stats.gid === account.gid ? 3 : 0;
}
