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

  /** A sign of life reached the database that was begun at `at`. */
  felt(at: Instant): void {
    this.#last = at;
  }

  /** No more signs are given: nobody takes anything over from a process that has nothing in hand. */
  end(): void {
    this.#last = undefined;
  }

  /** False from when others may take this process for dead until its next sign of life. */
  get isAlive(): boolean {
    if (this.#last === undefined) return true;
    const now = instant();
    return Math.max(now.wall - this.#last.wall, now.steady - this.#last.steady) < validity;
  }
}

export function instant(): Instant {
  return { wall: Date.now(), steady: performance.now() };
}
