import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything of one embedded PostgreSQL lies. Only the socket and a copied runtime live elsewhere: `temporary-directory.ts`. */
export interface FolderLayout {
  readonly root: string;
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** The database role's password, mode 0600. */
  readonly password: string;
  readonly log: string;
  /** Generations of the folder lock. */
  readonly lock: string;
  /** One file per open handle. */
  readonly users: string;
  /** One file per watchdog. */
  readonly watchdogs: string;
  /** Names the temporary directory in use, so that whoever finds it left over can remove it. */
  readonly temporaryRecord: string;
}

/** The layout of a folder that exists. */
export function layoutOf(root: string): FolderLayout {
  const at = (name: string): string => join(root, name);
  return {
    root,
    data: at('data'),
    password: at('password'),
    log: at('postgres.log'),
    lock: at('lock'),
    users: at('users'),
    watchdogs: at('watchdogs'),
    temporaryRecord: at('temporary-directory'),
  };
}

/** Creates what is missing of a folder, for its owner's eyes only. */
export function prepareFolder(folder: string): FolderLayout {
  const created = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const layout = layoutOf(realpathSync(folder));
  if (created !== undefined) chmodSync(layout.root, 0o700);
  for (const directory of [layout.lock, layout.users, layout.watchdogs]) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }
  return layout;
}
