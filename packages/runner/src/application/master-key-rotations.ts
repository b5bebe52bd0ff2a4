/** What a rotation of the master key did. */
export interface MasterKeyRotation {
  /** The id of the master key that everything is under from now on; a fingerprint, or the name of a key at a service. */
  readonly masterKey: string;
  /** Data keys that were wrapped anew, by this call. */
  readonly rewrapped: number;
  /** All data keys there are; none is under another master key. */
  readonly keys: number;
  /** What is left to do for a person. */
  readonly toDo: string;
}

/** The master key, under which every data key is. */
export interface MasterKeyRotations {
  /**
   * Puts every data key under the next master key, while work goes on; carries on one that was interrupted.
   * @throws InputError when there is no next key, and it is for a person to give one.
   * @throws VaultError when a data key cannot be read; the others are done.
   */
  rotate(signal: AbortSignal): Promise<MasterKeyRotation>;
}
