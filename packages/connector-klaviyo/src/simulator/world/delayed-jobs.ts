import type { JobTiming } from '../options.js';

export interface DelayedJob {
  /** Milliseconds since 1970. */
  readonly requestedAt: number;
  readonly done: boolean;
}

type Entry<Task> = { readonly task: Task; readonly requestedAt: number; lookups: number; done: boolean };

/** Accepted jobs, which take effect later. */
export class DelayedJobs<Task> {
  readonly #timing: JobTiming;
  readonly #now: () => number;
  readonly #perform: (task: Task) => void;
  readonly #entries: Entry<Task>[] = [];

  constructor(timing: JobTiming, now: () => number, perform: (task: Task) => void) {
    this.#timing = timing;
    this.#now = now;
    this.#perform = perform;
  }

  /** In the order in which they were accepted. */
  get all(): readonly (DelayedJob & { readonly task: Task })[] {
    return this.#entries;
  }

  accept(task: Task): void {
    this.#entries.push({ task, requestedAt: this.#now(), lookups: 0, done: false });
  }

  /** Before a look-up that these jobs reach: those that are due take effect. */
  beforeLookup(reaches: (task: Task) => boolean): void {
    this.settle();
    for (const entry of this.#entries) if (!entry.done && reaches(entry.task)) entry.lookups += 1;
  }

  /** Every job that is due takes effect. */
  settle(): void {
    for (const entry of this.#entries) {
      if (entry.done || !this.#isDue(entry)) continue;
      entry.done = true;
      this.#perform(entry.task);
    }
  }

  #isDue({ lookups, requestedAt }: Entry<Task>): boolean {
    if (this.#timing === 'never') return false;
    if ('afterLookups' in this.#timing) return lookups >= this.#timing.afterLookups;
    return this.#now() >= requestedAt + this.#timing.afterMilliseconds;
  }
}
