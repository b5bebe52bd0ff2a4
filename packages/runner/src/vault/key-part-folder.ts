import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from '../config/has-code.js';
import { parseKey } from '../config/parse-key.js';
import { KeyServiceError, VaultError } from '../errors/runner-error.js';
import { keyBytes } from './authenticated-encryption.js';
import type { KeyOwner } from './key-owner.js';
import type { KeyParts } from './key-parts.js';
import { syncFolder, writeOnce } from './write-once.js';

/**
 * A folder with a file per part, e.g. `request/4f/4f9d….key`, and a file that marks whose folder it is. Without that the folder
 * is taken for away, as when its volume is not mounted: nothing in it counts as destroyed then.
 */
export class KeyPartFolder implements KeyParts {
  readonly #path: string;
  #mark: string | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async belongTo(mark: string): Promise<void> {
    this.#mark = this.#markFile(mark);
    await this.#assertPresent();
  }

  carries(mark: string): Promise<boolean> {
    return exists(this.#markFile(mark));
  }

  mark(mark: string): Promise<void> {
    return write(this.#markFile(mark), '');
  }

  async unmark(mark: string): Promise<void> {
    await rm(this.#markFile(mark), { force: true });
  }

  async create(owner: KeyOwner): Promise<Buffer> {
    await this.#assertPresent();
    await write(this.#file(owner), `${randomBytes(keyBytes).toString('base64')}\n`);
    const part = await this.read(owner);
    if (part === undefined) throw new KeyServiceError(unwritable);
    return part;
  }

  async read(owner: KeyOwner): Promise<Buffer | undefined> {
    await this.#assertPresent();
    const text = await readText(this.#file(owner));
    if (text === undefined) {
      await this.#assertPresent();
      return undefined;
    }
    const part = parseKey(text);
    if (part === undefined) throw new VaultError(corrupt);
    return part;
  }

  async destroy(owner: KeyOwner): Promise<void> {
    await this.#assertPresent();
    const path = this.#file(owner);
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch(unlessThereIsNone);
    await this.#assertPresent();
  }

  async #assertPresent(): Promise<void> {
    if (this.#mark === undefined || !(await exists(this.#mark)))
      throw new KeyServiceError(away(basename(this.#mark ?? '')));
  }

  #markFile(mark: string): string {
    return join(this.#path, `installation-${mark}`);
  }

  /** Ids are UUIDs of ours; nothing else becomes part of a path. */
  #file({ scope, id }: KeyOwner): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new VaultError('Only the keys of UUIDs have a second part.');
    return join(this.#path, scope, id.slice(0, 2), `${id}.key`);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await readText(path)) !== undefined;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new KeyServiceError('The folder of key parts cannot be read: check its owner and permissions.');
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeOnce(path, text);
  } catch {
    throw new KeyServiceError(unwritable);
  }
}

function unlessThereIsNone(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function away(mark: string): string {
  return `The folder of key parts (key-parts, or retention.keyFolder) is away, or is not the one that belongs to this database: it has no file ${mark}. Mount it, correct its path, or restore it from its copy. Hosts that use one database have to share one folder: name it in retention.keyFolder of each.`;
}

const unwritable =
  'The second part of a data key cannot be kept: the folder of key parts must be writable and have free space.';
const corrupt = 'The second part of a data key is corrupt: restore the folder of key parts from its copy.';
