import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import { ConfigurationError, InputError } from '../errors/runner-error.js';
import type { KeyWrapper } from '../vault/key-wrapper.js';
import type { GivenMasterKeys, MasterKeySource } from '../vault/master-key-source.js';
import { MasterKeyWrapper } from '../vault/master-key-wrapper.js';
import { syncFolder } from '../vault/write-once.js';
import { openKmsKey } from '../vault/aws-kms/open-kms-key.js';
import type { Configuration } from './configuration.js';
import { hasCode } from './has-code.js';
import { createKeyFile, keepKeyFile, readKeyFile } from './key-file.js';
import { loadMasterKey } from './master-key.js';

const currentFile = 'master.key';
const nextFile = 'master.key.next';

/** The master keys as configuration, environment and data folder give them. */
export class ConfiguredMasterKeys implements MasterKeySource {
  readonly #configuration: Pick<Configuration, 'home' | 'masterKey' | 'nextMasterKey' | 'kms'>;
  readonly #isFirstUse: () => Promise<boolean>;

  /** `isFirstUse`: whether no data is sealed yet, so that a key may be generated. */
  constructor(
    configuration: Pick<Configuration, 'home' | 'masterKey' | 'nextMasterKey' | 'kms'>,
    isFirstUse: () => Promise<boolean>,
  ) {
    this.#configuration = configuration;
    this.#isFirstUse = isFirstUse;
  }

  /** The next one first: should it take the place of the current one meanwhile, it is seen at both places, not at none. */
  async load(): Promise<GivenMasterKeys> {
    const next = await this.#next();
    const current = await this.#current();
    return { current, ...(next === undefined ? {} : { next }) };
  }

  async makeNext(): Promise<void> {
    if ((await this.#next()) !== undefined) return;
    if (!this.#isFile) throw new InputError(noNext);
    await createKeyFile(join(this.#configuration.home, nextFile));
  }

  async retireCurrent(): Promise<string> {
    const { nextMasterKey, kms } = this.#configuration;
    if (kms.next !== undefined) return moveKms;
    if (nextMasterKey !== undefined) return moveVariable;
    return this.#replaceFile();
  }

  /** The old key is kept: without it, backups of the database from before could not be read any more. */
  async #replaceFile(): Promise<string> {
    const { home } = this.#configuration;
    // In this order, and the key that was read rather than the file, which another process may replace at any time.
    const next = await readKeyFile(join(home, nextFile));
    const old = await readKeyFile(join(home, currentFile));
    if (next === undefined || old === undefined || old.equals(next)) return keepFile('master.key.*.old');
    const name = oldFile(old);
    await keepKeyFile(join(home, name), old);
    await rename(join(home, nextFile), join(home, currentFile)).catch(unlessMoved);
    await syncFolder(home);
    return keepFile(name);
  }

  get #isFile(): boolean {
    const { masterKey, kms } = this.#configuration;
    return masterKey === undefined && kms.current === undefined;
  }

  async #current(): Promise<KeyWrapper> {
    const { masterKey, kms, home } = this.#configuration;
    if (kms.current !== undefined) return openKmsKey(kms.current);
    return new MasterKeyWrapper(await loadMasterKey(masterKey, home, this.#isFirstUse));
  }

  async #next(): Promise<KeyWrapper | undefined> {
    const { nextMasterKey, kms, home } = this.#configuration;
    if (kms.next !== undefined) return openKmsKey(kms.next);
    if (nextMasterKey !== undefined) return new MasterKeyWrapper(nextMasterKey);
    const key = this.#isFile ? await readKeyFile(join(home, nextFile)) : undefined;
    return key && new MasterKeyWrapper(new Sensitive(key));
  }
}

/** Another process that rotates to the same key may have been first. */
function unlessMoved(error: unknown): void {
  if (hasCode(error, 'ENOENT')) return;
  throw new ConfigurationError(
    'The key file master.key cannot be replaced: the data folder must be writable. Everything is under master.key.next by now; run this again.',
  );
}

const noNext =
  'There is no next master key to rotate to: give it as DSR_MASTER_KEY_NEXT, or as kms.next in config.json, to every process, and run this again.';

function keepFile(old: string): string {
  return `Back up the new master.key, apart from the database. The old one is in ${old} in the data folder: move it to where you keep backups of keys, and delete it with the last backup of the database from before. Nothing else is under it.`;
}

/** Named after the key, so that several rotations keep several. */
function oldFile(key: Buffer): string {
  const [, id] = new MasterKeyWrapper(new Sensitive(key)).id.split(':');
  return `${currentFile}.${id}.old`;
}

const moveVariable =
  'Set DSR_MASTER_KEY to the next key everywhere, drop DSR_MASTER_KEY_NEXT (and master.key or kms.current, if that was the old one), and start all processes again. Keep the old key only as long as backups of the database from before are kept.';
const moveKms =
  'Make kms.next in config.json the new kms.current, drop DSR_MASTER_KEY or master.key if that was the old one, and start all processes again. Keep the old key only as long as backups of the database from before are kept.';
