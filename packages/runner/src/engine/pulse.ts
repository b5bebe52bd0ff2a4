import { CancelledError } from '@privacy-connectors/core/errors';

/** Milliseconds since the last sign of life after which others may take this process for dead, or soon will. */
const validity = 5_000;

/** When something happened, by the clock of the day and by the one that no correction moves back. */
interface Instant {
  readonly wall: number;
  readonly steady: number;
}

/**
 * Knows whether this process may take itself for alive: others take over from one that gave no sign of life for a while. A
 * process that was paused learns here, before it calls anybody, that it may have been away.
 */
export class Pulse {
  #last: Instant | undefined;
  #presence = new AbortController();

  /** Aborted when the process turns out to have been away since: what it was about to send may be others' by now. */
  get present(): AbortSignal {
    return this.#presence.signal;
  }

  /** A sign of life reached the database that was begun at `at`. */
  felt(at: Instant): void {
    if (this.#last !== undefined && between(this.#last, at) >= validity) this.missed();
    this.#last = at;
  }

  /** Others may have taken over what this process has in hand. */
  missed(): void {
    this.#presence.abort(new CancelledError('This process was away; others carry on.'));
    this.#presence = new AbortController();
  }

  /** No more signs are given: nobody takes anything over from a process that has nothing in hand. */
  end(): void {
    this.#last = undefined;
  }

  /** False from when others may take this process for dead until its next sign of life. */
  get isAlive(): boolean {
    if (this.#last === undefined) return true;
    return between(this.#last, instant()) < validity;
  }
}

function between(earlier: Instant, later: Instant): number {
  return Math.max(later.wall - earlier.wall, later.steady - earlier.steady);
}

export function instant(): Instant {
  return { wall: Date.now(), steady: performance.now() };
}
