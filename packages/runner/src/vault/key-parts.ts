import type { KeyOwner } from './key-owner.js';

/**
 * Keeps the second parts of data keys outside of the database, so that a copy of the database holds no key that was destroyed
 * after it was made.
 */
export interface KeyParts {
  /** Makes the part of one owner; keeps the one there is. @returns 32 bytes. */
  create(owner: KeyOwner): Promise<Buffer>;
  /** Undefined when it was destroyed, or is not kept here. */
  read(owner: KeyOwner): Promise<Buffer | undefined>;
  destroy(owner: KeyOwner): Promise<void>;
}
