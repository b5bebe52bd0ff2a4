import type { Json, LocatedThing, ScanPage } from '@privacy-connectors/core';
import { TransientError } from '@privacy-connectors/core/errors';

/**
 * Where a scan of a listing stands. A scan makes passes: the first goes down to `bound`, each later one re-reads from the
 * top what moved there in the meantime, until a pass fits on one page or finds that nothing moved.
 * All times are epoch milliseconds of the vendor's clock.
 */
export interface ScanState {
  readonly cursor: Json | null;
  readonly pass: number;
  /** Pages this pass has read. */
  readonly pages: number;
  /** Nothing of the owners is older than this; null when that is not known. */
  readonly since: number | null;
  /** Things older than this need not be seen in this pass; null reads to the end. */
  readonly bound: number | null;
  /** Newest time seen on the first page of this pass. */
  readonly top: number | null;
  /** Time of the last thing of the previous page. */
  readonly last: number | null;
  /** False once the vendor broke its promise of newest-updated first. */
  readonly ordered: boolean;
  readonly ended: boolean;
}

/** Passes after which a listing that keeps changing under the scan is given up. */
const passLimit = 50;

/** A scan for things of these owners: nothing of theirs is older than the oldest owner. */
export function beginScan(owners: readonly LocatedThing[], order: 'updated_descending' | 'none'): ScanState {
  const since = owners.map((owner) => owner.existsSince ?? null);
  const oldest = since.some((time) => time === null) ? null : Math.min(...since.map((time) => time ?? 0));
  return {
    cursor: null,
    pass: 1,
    pages: 0,
    since: oldest,
    bound: oldest,
    top: null,
    last: null,
    ordered: order === 'updated_descending',
    ended: false,
  };
}

/**
 * The state after one more page.
 * @throws TransientError when the listing changes faster than it can be read: ending there could lose a thing.
 */
export function afterPage(state: ScanState, page: Pick<ScanPage, 'things' | 'next'>): ScanState {
  const times = page.things.map((thing) => thing.updatedAt);
  const last = times.at(-1) ?? state.last;
  const top = state.pages === 0 ? maximum(times) : state.top;
  const read = { ...state, pages: state.pages + 1, ordered: isOrdered(state, times), top, last };
  return page.next === null || reachedBound(read) ? afterPass(read) : { ...read, cursor: page.next };
}

/** Whether the promise still holds. Rows that others pushed down are repeated, hence only the ends of pages compare. */
function isOrdered(state: ScanState, times: readonly number[]): boolean {
  const last = times.at(-1);
  return (
    state.ordered && isDescending(times) && (last === undefined || state.last === null || last <= state.last)
  );
}

function reachedBound({ ordered, bound, last }: ScanState): boolean {
  return ordered && bound !== null && last !== null && last < bound;
}

function afterPass(state: ScanState): ScanState {
  const complete = state.pages <= 1 || state.top === null || nothingMoved(state);
  if (!complete && state.pass >= passLimit) {
    throw new TransientError('The listing changes faster than it can be read. Try again at a quieter time.');
  }
  if (complete || (!state.ordered && state.pass > 1)) return { ...state, cursor: null, ended: true };
  return {
    ...state,
    cursor: null,
    pass: state.pass + 1,
    pages: 0,
    bound: state.ordered ? state.top : null,
    top: null,
    last: null,
  };
}

/** No newer thing than when the pass before began: that one read a list that stood still, and hence saw all of it. */
function nothingMoved({ pass, top, bound, ordered }: ScanState): boolean {
  return pass > 1 && ordered && top === bound;
}

function isDescending(times: readonly number[]): boolean {
  return times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
}

function maximum(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(...times);
}
