import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { errorCode } from './errors.js';
import { canReach, type ServerAccount } from './server-account.js';

/** PostgreSQL programs that the server's account can run. */
export interface Runtime {
  /** The directory of `initdb` and `postgres`. */
  readonly bin: string;
  readonly account: ServerAccount | undefined;
}

/**
 * Makes the binaries usable: where they lie, or as a copy in `copyDirectory` when the account cannot reach them or
 * links are missing that cannot be made there. PostgreSQL resolves its own path, so a link to it would not do.
 */
export function prepareRuntime(
  binaries: Binaries,
  account: ServerAccount | undefined,
  copyDirectory: string,
): Runtime {
  const inPlace = isReachable(binaries, account) && linksMade(binaries);
  if (!inPlace) copyBinaries(binaries, copyDirectory);
  return { bin: join(inPlace ? binaries.directory : copyDirectory, 'bin'), account };
}

/** An installation under a strict umask is unreadable as a whole; one file tells. */
function isReachable({ directory }: Binaries, account: ServerAccount | undefined): boolean {
  return account === undefined || canReach(join(directory, 'bin', 'postgres'), account);
}

function linksMade(binaries: Binaries): boolean {
  try {
    makeLinks(binaries, binaries.directory);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false;
    throw error;
  }
}

function copyBinaries(binaries: Binaries, directory: string): void {
  for (const part of ['bin', 'lib', 'share']) copyTree(join(binaries.directory, part), join(directory, part));
  chmodSync(directory, 0o755);
  makeLinks(binaries, directory);
}

function makeLinks({ links }: Binaries, directory: string): void {
  for (const link of links) {
    const path = join(directory, link.path);
    if (!existsSync(path)) makeLink(basename(link.target), path);
  }
}

function makeLink(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    // Another process made it just now.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Copies files readable for all, whatever the umask of the installation was; leaves out links and what only compilers need. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) copyFile(source, target);
  }
}

function copyFile(source: string, target: string): void {
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  chmodSync(target, 0o755);
}
