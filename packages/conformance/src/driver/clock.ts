const start = Date.UTC(2026, 5, 1, 12);

/** Time that passes only when somebody sleeps: waits of hours cost nothing and nothing depends on the machine. */
export class FakeClock {
  #now = start;

  readonly now = (): number => this.#now;

  /** Resolves at once; the time has passed. Rejects when the signal is aborted. */
  readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    this.#now += Math.max(0, milliseconds);
    return Promise.resolve();
  };

  advanceTo(time: number): void {
    this.#now = Math.max(this.#now, time);
  }
}
