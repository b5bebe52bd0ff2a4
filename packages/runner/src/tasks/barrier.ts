import type { Database } from '../store/database.js';
import type { PreparationStore, PreparingTask } from '../store/preparation-store.js';
import type { UnreadAccess, UnreadAccesses } from '../store/unread-accesses.js';
import type { OpenSearches } from './open-searches.js';

/** Milliseconds for which finding and planning that pauses still holds erasures back. */
const patience = 15 * 60_000;

/** Shortest and longest milliseconds between two looks at what the other tasks are doing. */
const shortestPause = 1_000;
const longestPause = 30_000;

/** Longest pause, in milliseconds, for what is being read elsewhere: that may take hours. */
const longestPauseForReading = 5 * 60_000;

/**
 * Keeps the erasures of a request back until every task has found and planned all it can, and what other requests of the same
 * person read has been read.
 */
export class Barrier {
  readonly #database: Database;
  readonly #preparation: PreparationStore;
  readonly #searches: OpenSearches;
  readonly #unread: UnreadAccesses;

  constructor(
    database: Database,
    preparation: PreparationStore,
    searches: OpenSearches,
    unread: UnreadAccesses,
  ) {
    this.#database = database;
    this.#preparation = preparation;
    this.#searches = searches;
    this.#unread = unread;
  }

  /** Milliseconds after which it makes sense to look again; 0 when erasures may be sent now. */
  async pause(requestId: string): Promise<number> {
    // One state of the database: between two, a task could turn what is open into work that was not seen yet.
    return this.#database.snapshot(async (connection) => {
      const tasks = await this.#preparation.ofRequest(requestId, connection);
      const open = await this.#searches.of(requestId, connection);
      const pause = pauseFor(tasks, new Set(open.keys()));
      if (pause > 0) return pause;
      return pauseForReading((await this.#unread.before([requestId], connection)).get(requestId) ?? []);
    });
  }
}

/**
 * A task holds the others back while it is still to begin, has an identifier to search by, or searches or plans; not while a
 * person has to act, nor when it is to pause for long. `open`: tasks with something to search by.
 */
export function pauseFor(tasks: readonly PreparingTask[], open: ReadonlySet<string>): number {
  const waits = tasks.flatMap((task) => {
    if (task.status === 'received' || open.has(task.id)) return [0];
    if (task.status === 'running' && !task.begun) return [0];
    return task.status === 'running' && task.wait !== null && task.wait <= patience ? [task.wait] : [];
  });
  if (waits.length === 0) return 0;
  return Math.min(longestPause, Math.max(shortestPause, Math.min(...waits)));
}

/** The longer it was waited, the longer the next pause. */
export function pauseForReading([first]: readonly Pick<UnreadAccess, 'waited'>[]): number {
  if (first === undefined) return 0;
  return Math.min(longestPauseForReading, Math.max(shortestPause, first.waited / 10));
}
