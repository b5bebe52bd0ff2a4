/** What a data key belongs to; destroying the key destroys all that was sealed for its owner. */
export type KeyScope = 'connection' | 'request' | 'installation' | 'authorization';

/** One owner of a data key. */
export interface KeyOwner {
  readonly scope: KeyScope;
  readonly id: string;
}

/** The owner of what outlives every connection and request, e.g. the engine's state. */
export const installation: KeyOwner = { scope: 'installation', id: 'installation' };
