/** What a data key belongs to; destroying the key destroys all that was sealed for its owner. */
export type KeyScope = 'connection' | 'request' | 'installation' | 'authorization' | 'hold' | 'reappearance';

/** Scopes whose keys have a second part outside of the database, where the installation has a place for such parts. */
export const splitScopes: readonly KeyScope[] = ['request', 'hold', 'reappearance'];

/** One owner of a data key. */
export interface KeyOwner {
  readonly scope: KeyScope;
  readonly id: string;
}

/** The owner of what outlives every connection and request, e.g. the engine's state. */
export const installation: KeyOwner = { scope: 'installation', id: 'installation' };

/** An unambiguous name; also the context that the key is wrapped for. */
export function nameOf({ scope, id }: KeyOwner): string {
  return JSON.stringify([scope, id]);
}
