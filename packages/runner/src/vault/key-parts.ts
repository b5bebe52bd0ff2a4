import type { KeyOwner } from './key-owner.js';

/**
 * Keeps the second parts of data keys outside of the database, so that a copy of the database holds no key that was destroyed
 * after it was made.
 * All that concerns single keys throws KeyServiceError while the place is away, or is another installation's: what is not found there may
 * well exist.
 */
export interface KeyParts {
  /**
   * Tells by which mark the place is known, before anything is asked about keys.
   * @throws KeyServiceError when the place does not carry it.
   */
  belongTo(mark: string): Promise<void>;
  carries(mark: string): Promise<boolean>;
  /** Marks the place, durably. @throws KeyServiceError when it cannot be written. */
  mark(mark: string): Promise<void>;
  /** Takes a mark of this process away again. */
  unmark(mark: string): Promise<void>;
  /** Makes the part of one owner; keeps the one there is. @returns 32 bytes. */
  create(owner: KeyOwner): Promise<Buffer>;
  /** Undefined when it was destroyed, or is not kept here. */
  read(owner: KeyOwner): Promise<Buffer | undefined>;
  destroy(owner: KeyOwner): Promise<void>;
}
