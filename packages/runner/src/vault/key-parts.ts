import type { KeyOwner } from './key-owner.js';

/**
 * Keeps the second parts of data keys outside of the database, so that a copy of the database holds no key that was destroyed
 * after it was made.
 * All but `belongTo` throw KeyServiceError while the place is away, or is another installation's: what is not found there may
 * well exist.
 */
export interface KeyParts {
  /**
   * Tells which installation the parts are of, before anything else is asked. The place carries that mark; one that has none
   * gets it where `isFirstUse`.
   * @throws KeyServiceError when the place does not carry it.
   */
  belongTo(mark: string, isFirstUse: () => Promise<boolean>): Promise<void>;
  /** Makes the part of one owner; keeps the one there is. @returns 32 bytes. */
  create(owner: KeyOwner): Promise<Buffer>;
  /** Undefined when it was destroyed, or is not kept here. */
  read(owner: KeyOwner): Promise<Buffer | undefined>;
  destroy(owner: KeyOwner): Promise<void>;
}
