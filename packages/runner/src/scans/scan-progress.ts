import type { Json } from '@privacy-connectors/core';

/**
 * Where the shared scan of a listing stands. It reads down as far as the oldest of those who wait needs, and then again
 * from the top what moved there in the meantime, until such a pass fits on one page or finds that nothing moved.
 * Times are epoch milliseconds of the vendor's clock; reads are numbered in the order in which they are begun.
 */
export interface ScanProgress {
  /**
   * `down`: the first pass, from the top to the floor. `top`: a later pass, from the top to where the one before began.
   * `deeper`: on from where `down` stopped, for somebody who joined later and needs more.
   */
  readonly phase: 'down' | 'top' | 'deeper';
  /** The next page; null is the top. */
  readonly cursor: Json | null;
  /** Pages this phase has read. */
  readonly pages: number;
  /** Passes begun at the top. */
  readonly passes: number;
  /** The reads that began the last pass from the top, and the one before it. */
  readonly begunAt: number;
  readonly begunBefore: number;
  /** Things older than this are left out; null reads to the end. */
  readonly floor: number | null;
  /** Leads on below the floor; null at the end of the listing, and where it is not known. */
  readonly rest: Json | null;
  /** Of a `top` pass: older things were seen before; null reads to the end. */
  readonly bound: number | null;
  /** Newest time where the last pass from the top began. */
  readonly top: number | null;
  /** Time of the last thing of the previous page. */
  readonly last: number | null;
  /** False once the vendor broke its promise of newest-updated first, or when it made none. */
  readonly ordered: boolean;
  /** Passes in a row that read the whole listing; all that can be relied on without an order. */
  readonly wholes: number;
  /** Whether it began without an index to rely on: what it does not see is gone. */
  readonly cold: boolean;
}

/** What an index covers: everything not older than `since` (null: everything), as of when the newest thing was `top`. */
export interface Coverage {
  readonly since: number | null;
  readonly top: number;
}

const nothingRead = {
  cursor: null,
  pages: 0,
  passes: 1,
  begunAt: 0,
  begunBefore: 0,
  rest: null,
  top: null,
  last: null,
  wholes: 0,
} as const;

/** A scan that reads everything not older than `since`; null is everything. */
export function beginCold(since: number | null, ordered: boolean): ScanProgress {
  const floor = ordered ? since : null;
  return { ...nothingRead, phase: 'down', floor, bound: null, ordered, cold: true };
}

/** A scan that reads what changed since the index was complete. */
export function beginWarm({ since, top }: Coverage): ScanProgress {
  return { ...nothingRead, phase: 'top', floor: since, bound: top, ordered: true, cold: false };
}

/** The same scan from its beginning, when nobody knows any more where it could go on. */
export function beginAgain({ ordered, passes }: ScanProgress, since: number | null): ScanProgress {
  return { ...beginCold(since, ordered), passes: passes + 1 };
}

/** Whether reading down to `floor` shows everything not older than `since`; null is everything. */
export function reaches(floor: number | null, since: number | null): boolean {
  return floor === null || (since !== null && floor <= since);
}
