import { randomBytes } from 'node:crypto';
import type { WriteStream } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { InputError } from '../errors/runner-error.js';

/**
 * Lets `write` fill a temporary file beside `file` (mode 0600), then puts it in the place of `file` in one step, flushed to
 * disk. An existing `file` is replaced only then: a failure leaves it as it was and the temporary file is removed.
 * @throws {@link InputError} when the folder is missing or not writable, `file` is no regular file, or the disk is full.
 */
export async function replaceFile(
  file: string,
  write: (target: WriteStream) => Promise<void>,
): Promise<void> {
  await refuseOddTarget(file);
  const temporary = join(dirname(file), `.dsr-package-${randomBytes(8).toString('hex')}.partial`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    await replaceWith(temporary, file, () => writeDurably(handle, write));
  } catch (error) {
    throw explained(error);
  }
}

async function replaceWith(temporary: string, file: string, fill: () => Promise<void>): Promise<void> {
  try {
    await fill();
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(file));
}

async function writeDurably(
  handle: FileHandle,
  write: (target: WriteStream) => Promise<void>,
): Promise<void> {
  try {
    await write(handle.createWriteStream({ flush: true }));
  } finally {
    await handle.close();
  }
}

async function refuseOddTarget(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  throw new InputError(
    'The file cannot be written there: a folder or device has that name. Name a file, e.g. data.zip.',
  );
}

/** A rename is only durable once its folder is. Windows, and folders one may write but not read, offer no way. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const nothingLeft = 'No half file was left behind.';

const remedies: { readonly [code: string]: string } = {
  ENOENT: 'The folder for the file does not exist: create it or choose another.',
  ENOTDIR: 'The folder for the file is a file: choose another.',
  EACCES: 'The folder for the file cannot be written to: choose another or change its permissions.',
  EPERM: 'The folder for the file cannot be written to: choose another or change its permissions.',
  EROFS: 'The folder for the file is on a read-only disk: choose another.',
  ENOSPC: `The disk is full: free some space or write the file elsewhere. ${nothingLeft}`,
  EDQUOT: `The disk quota is used up: free some space or write the file elsewhere. ${nothingLeft}`,
  EFBIG: `The disk, or a limit of this process (ulimit -f), allows no file of that size: write the file elsewhere or raise the limit. ${nothingLeft}`,
};

/** A source may fail with the same codes, e.g. at a socket; those are not about the package's folder. */
const ownCalls = new Set(['open', 'write', 'fsync', 'close', 'rename']);

function explained(error: unknown): unknown {
  const isOurs =
    types.isNativeError(error) &&
    'code' in error &&
    'syscall' in error &&
    ownCalls.has(String(error.syscall));
  const remedy = isOurs ? remedies[String(error.code)] : undefined;
  return remedy === undefined ? error : new InputError(remedy, { cause: error });
}
