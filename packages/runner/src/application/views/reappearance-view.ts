/**
 * What a later look for a deleted person found. `none`: nobody. `reappeared`: only what was created after the deletion was
 * sent. `not_deleted`: something older, so the deletion failed. `unknown`: something of which the vendor does not tell when it
 * was created. `not_looked`: the connection could not be used in time, or what to look for cannot be decrypted any more.
 */
export type ReappearanceFinding = 'none' | 'reappeared' | 'not_deleted' | 'unknown' | 'not_looked';

/** How a person who was deleted on one connection is looked for again. Times are ISO 8601 in UTC. */
export interface ReappearanceView {
  readonly connection: string;
  /** When the deletion was confirmed. */
  readonly deletedAt: string;
  /** When somebody looked last; null before the first time. */
  readonly lookedAt: string | null;
  /** Null after the last look. */
  readonly nextLookAt: string | null;
  /** Of the last look that found somebody, or else the last look; null before the first. */
  readonly finding: ReappearanceFinding | null;
  /** Things that were found then. */
  readonly things: number;
}
