import type { Json, ScanPage } from '@privacy-connectors/core';
import { beginAgain, reaches, type ScanProgress } from './scan-progress.js';

/** A page, the number of the read that brought it, and what those who wait for the scan want by now. */
export interface PageRead {
  readonly page: Pick<ScanPage, 'things' | 'next'>;
  readonly read: number;
  /** Everything that is not older; null is everything. */
  readonly wanted: number | null;
  /** Reads that were begun when the last one joined. */
  readonly joined: number;
}

/** Everything not older than `since` that exists when read `read` is begun is in the index. */
export interface Rest {
  readonly read: number;
  readonly since: number | null;
  /** Newest time in the listing; null when later scans may not rely on the index. */
  readonly top: number | null;
}

/** What a page led to: `rest` when the index is complete as of a read, `next` when there is more to read. */
export interface Step {
  readonly next: ScanProgress | null;
  readonly rest: Rest | null;
}

/** The state after one more page. */
export function afterPage(progress: ScanProgress, read: PageRead): Step {
  const seen = withPage(progress, read);
  const { next: cursor } = read.page;
  if (cursor !== null && !isDone(seen)) return { next: { ...seen, cursor }, rest: null };
  const done = cursor === null ? atTheEnd(seen) : short(seen, cursor);
  const rest = restOf(done);
  return { next: nextPass(done, rest, read), rest };
}

/** Before the first pass down has ended, it goes as far as anybody wants. */
function withPage(progress: ScanProgress, { page, read, wanted }: PageRead): ScanProgress {
  const times = page.things.map(({ updatedAt }) => updatedAt);
  const fromTop = progress.phase !== 'deeper';
  const begins = fromTop && progress.pages === 0;
  const top = begins ? null : progress.top;
  return {
    ...progress,
    pages: progress.pages + 1,
    begunAt: begins ? read : progress.begunAt,
    begunBefore: begins ? progress.begunAt : progress.begunBefore,
    floor: progress.phase !== 'top' && !reaches(progress.floor, wanted) ? wanted : progress.floor,
    top: fromTop ? (top ?? maximum(times)) : progress.top,
    ordered: isOrdered(progress, times),
    last: times.at(-1) ?? progress.last,
  };
}

/** Whether the promise still holds. Rows that others pushed down are repeated, hence only the ends of pages compare. */
function isOrdered({ ordered, last }: ScanProgress, times: readonly number[]): boolean {
  const end = times.at(-1);
  const descends = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
  return ordered && descends && (end === undefined || last === null || end <= last);
}

function isDone({ phase, ordered, last, bound, floor }: ScanProgress): boolean {
  const until = phase === 'top' ? bound : floor;
  return ordered && until !== null && last !== null && last < until;
}

function short(progress: ScanProgress, cursor: Json): ScanProgress {
  return { ...progress, wholes: 0, rest: progress.phase === 'top' ? progress.rest : cursor };
}

/** A later pass says nothing of what lay below the floor when it began, and moved while it went on. */
function atTheEnd(progress: ScanProgress): ScanProgress {
  const { phase, ordered, pages } = progress;
  const wholes = phase === 'deeper' ? 0 : progress.wholes + 1;
  if (phase === 'top' && ordered && pages > 1) return { ...progress, wholes };
  return { ...progress, floor: null, rest: null, wholes };
}

/** A single page shows a listing as it is; so does a pass during which nothing moved, as the next one finds. */
function restOf(progress: ScanProgress): Rest | null {
  const { phase, pages, begunAt, begunBefore, floor, ordered, top, bound, wholes } = progress;
  if (phase === 'deeper') return null;
  if (!ordered && pages > 1) return wholes > 1 ? { read: begunBefore, since: null, top: null } : null;
  const still = pages === 1 || (phase === 'top' && top === bound);
  return still ? { read: begunAt, since: floor, top: ordered ? top : null } : null;
}

/** Nothing, when all who wait have what they need; otherwise deeper down first, and then from the top again. */
function nextPass(done: ScanProgress, rest: Rest | null, { wanted, joined }: PageRead): ScanProgress | null {
  if (!reaches(done.floor, wanted)) {
    return done.rest === null ? beginAgain(done, wanted) : deeper(done, wanted, done.rest);
  }
  if (rest !== null && joined < rest.read) return null;
  const bound = done.ordered ? done.top : null;
  // A pass that served somebody is no sign of a listing that cannot be read.
  const passes = rest === null ? done.passes + 1 : 1;
  return { ...done, phase: 'top', cursor: null, pages: 0, last: null, passes, bound };
}

function deeper(done: ScanProgress, floor: number | null, cursor: Json): ScanProgress {
  return { ...done, phase: 'deeper', cursor, rest: null, pages: 0, last: null, floor, wholes: 0 };
}

function maximum(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(...times);
}
