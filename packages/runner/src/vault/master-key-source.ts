import type { KeyWrapper } from './key-wrapper.js';

/** The master keys that a process was given. */
export interface GivenMasterKeys {
  readonly current: KeyWrapper;
  /** The key that takes its place. Both are given to every process while a rotation is under way. */
  readonly next?: KeyWrapper;
}

/** Where the master keys come from: the environment, files, or a key management service. */
export interface MasterKeySource {
  /** @throws VaultError, ConfigurationError, KeyServiceError when there is no usable key. */
  load(): Promise<GivenMasterKeys>;
  /** Makes a next key, unless there is one. @throws InputError when that is for a person to do. */
  makeNext(): Promise<void>;
  /** Puts the next key in the place of the current one, as far as that is ours to do. @returns what a person has to do. */
  retireCurrent(): Promise<string>;
}
