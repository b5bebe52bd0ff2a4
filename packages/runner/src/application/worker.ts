/** What a worker tells of what it does; ids and counts, never a personal value. */
export type WorkerEvent =
  /** It began to work. */
  | { readonly kind: 'started' }
  /** It took tasks in hand. */
  | { readonly kind: 'begun'; readonly tasks: number }
  /** It took tasks over from processes that are dead or do not move. */
  | { readonly kind: 'taken_over'; readonly tasks: number }
  /** Tasks begun by another version of this program, which this one cannot carry on. */
  | { readonly kind: 'refused'; readonly tasks: number }
  /** The database cannot be used, or something else fails, for this reason; it is tried again and again. */
  | { readonly kind: 'failing'; readonly reason: string }
  | { readonly kind: 'recovered' }
  /** It was asked to stop, and finishes what is under way. */
  | { readonly kind: 'stopping' };

/** How a worker runs. */
export interface WorkerOptions {
  /** Ends when nothing is left to do now: everything ended, waits for a person, or is due later. */
  readonly untilIdle?: boolean;
  /** The log hears of it when nobody else does. */
  readonly tell?: (event: WorkerEvent) => void;
}

/** Does the work of all requests, together with any number of workers in other processes on the same database. */
export interface Worker {
  /**
   * Works until `signal` is aborted, then finishes the steps under way, for seconds at most, and leaves the rest to others.
   * A database that goes away is waited for.
   * @throws DatabaseError when the database cannot be used at the start.
   * @throws EngineError with `untilIdle`, when all that is left was begun by another version of this program.
   */
  run(signal: AbortSignal, options?: WorkerOptions): Promise<void>;
}
