/** A legal hold in force. */
export interface HoldView {
  /** ISO 8601 in UTC. */
  readonly placedAt: string;
  /** The actor who placed it. */
  readonly placedBy: string;
  /** A person's words; null when the data key of the hold cannot be opened. */
  readonly reason: string | null;
}

/** What a deletion took out of our own store. */
export interface PurgeView {
  /** Earlier access requests of the person that it made expire. */
  readonly requests: number;
  /** Those that a legal hold keeps; they expire when it is released. */
  readonly held: number;
  /** Those that have not ended; they expire when they do. */
  readonly underWay: number;
  /** Access requests that share something with the deletion and name more, or a telephone alone: a person decides. */
  readonly partly: number;
  /** Entries of scan indexes. */
  readonly indexEntries: number;
}

/** How long what a request found is kept. Times are ISO 8601 in UTC. */
export interface RetentionView {
  /** When it will be destroyed; null while the request is under way or held, and afterwards. */
  readonly expiresAt: string | null;
  /** Whether it goes as soon as the request has ended and nobody holds it, for the person was deleted; false afterwards. */
  readonly purgeDue: boolean;
  /** When it was destroyed; null before. */
  readonly expiredAt: string | null;
  /** Why: its time had come, or the person asked for deletion; null before. */
  readonly expiredBy: 'time' | 'deletion' | null;
  /** Null unless a legal hold is in force. */
  readonly hold: HoldView | null;
  /** Null unless a deletion has ended and was carried out here as well. */
  readonly purged: PurgeView | null;
}
