import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from '../config/has-code.js';
import { parseKey } from '../config/parse-key.js';
import { VaultError } from '../errors/runner-error.js';
import { keyBytes } from './authenticated-encryption.js';
import type { KeyOwner } from './key-owner.js';
import type { KeyParts } from './key-parts.js';
import { syncFolder, writeOnce } from './write-once.js';

/** A folder with a file per part, e.g. `request/4f/4f9d….key`. */
export class KeyPartFolder implements KeyParts {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async create(owner: KeyOwner): Promise<Buffer> {
    const path = this.#file(owner);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeOnce(path, `${randomBytes(keyBytes).toString('base64')}\n`);
    } catch {
      throw new VaultError(unwritable);
    }
    const part = await this.read(owner);
    if (part === undefined) throw new VaultError(unwritable);
    return part;
  }

  async read(owner: KeyOwner): Promise<Buffer | undefined> {
    const text = await readText(this.#file(owner));
    if (text === undefined) return undefined;
    const part = parseKey(text);
    if (part === undefined) throw new VaultError(corrupt);
    return part;
  }

  async destroy(owner: KeyOwner): Promise<void> {
    const path = this.#file(owner);
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch(unlessThereIsNone);
  }

  /** Ids are UUIDs of ours; nothing else becomes part of a path. */
  #file({ scope, id }: KeyOwner): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new VaultError('Only the keys of UUIDs have a second part.');
    return join(this.#path, scope, id.slice(0, 2), `${id}.key`);
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new VaultError('The folder of key parts cannot be read: check its owner and permissions.');
  }
}

function unlessThereIsNone(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

const unwritable =
  'The second part of a data key cannot be kept: the folder of key parts must be writable and have free space.';
const corrupt = 'The second part of a data key is corrupt: restore the folder of key parts from its copy.';
