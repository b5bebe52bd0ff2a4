import { randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { ConfigurationError } from '../errors/runner-error.js';
import { keyBytes } from '../vault/authenticated-encryption.js';
import { writeOnce } from '../vault/write-once.js';
import { hasCode } from './has-code.js';
import { parseKey } from './parse-key.js';

/** The key in a file, or undefined when there is no file. @throws ConfigurationError when it is unusable. */
export async function readKeyFile(path: string): Promise<Buffer | undefined> {
  const file = await openIfThere(path);
  try {
    return file && (await readKey(file, basename(path)));
  } finally {
    await file?.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new ConfigurationError(
      `The key file ${basename(path)} in the data folder cannot be read: check its owner and permissions.`,
    );
  }
}

async function readKey(file: FileHandle, name: string): Promise<Buffer> {
  const stats = await file.stat();
  if (!stats.isFile()) throw new ConfigurationError(corrupt(name));
  // Windows has no such bits.
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) throw new ConfigurationError(exposed(name));
  const key = stats.size <= longestFileBytes ? parseKey(await file.readFile('utf8')) : undefined;
  if (!key) throw new ConfigurationError(corrupt(name));
  return key;
}

const longestFileBytes = 1024;

function corrupt(name: string): string {
  return `The key file ${name} in the data folder is corrupt: restore it from your backup. Nothing was changed.`;
}

function exposed(name: string): string {
  return `The key file ${name} in the data folder can be read by other users: run \`chmod 600\` on it.`;
}

/**
 * Writes a new key, unless the file exists by then. It appears complete or not at all, and is on the disk before it is
 * used: a lost key is lost data.
 * @throws ConfigurationError when the folder is not writable or full.
 */
export function createKeyFile(path: string): Promise<void> {
  return keepKeyFile(path, randomBytes(keyBytes));
}

/** Writes a key in the same way. */
export async function keepKeyFile(path: string, key: Buffer): Promise<void> {
  try {
    await writeOnce(path, `${key.toString('base64')}\n`);
  } catch {
    throw new ConfigurationError(unwritable(basename(path)));
  }
}

function unwritable(name: string): string {
  return `The key file ${name} cannot be written: the data folder must be writable and have free space.`;
}
