import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../errors/runner-error.js';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The data folder, as an absolute path: DSR_HOME, or `.dsr` in the current directory. Created for its owner alone (0700).
 * @throws ConfigurationError when it cannot be made or is not a folder.
 */
export function resolveHome(environment: Environment): string {
  const home = resolve(environment['DSR_HOME'] || '.dsr');
  if (!isFolder(home)) throw new ConfigurationError(unusable);
  return home;
}

const unusable =
  'The data folder cannot be made or is not a folder: set DSR_HOME to a folder that you may write to.';

function isFolder(path: string): boolean {
  try {
    makeFolder(path);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Parents first, one by one: Node 20's recursive `mkdir` never returns where the system makes no folders, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
