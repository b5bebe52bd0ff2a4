/** Counts requests in windows that follow each other without a gap; a refused request does not count. */
export class FixedWindow {
  readonly requests: number;
  readonly #milliseconds: number;
  #window = Number.NEGATIVE_INFINITY;
  #taken = 0;

  constructor(requests: number, seconds: number) {
    this.requests = requests;
    this.#milliseconds = seconds * 1000;
  }

  /** Requests that still fit into the window of that moment (milliseconds since 1970). */
  remaining(now: number): number {
    this.#enter(now);
    return this.requests - this.#taken;
  }

  take(now: number): void {
    this.#enter(now);
    this.#taken += 1;
  }

  /** Whole seconds until the next window, at least 1. */
  secondsLeft(now: number): number {
    return Math.max(1, Math.ceil((this.#milliseconds - (now % this.#milliseconds)) / 1000));
  }

  #enter(now: number): void {
    const window = Math.floor(now / this.#milliseconds);
    if (window === this.#window) return;
    this.#window = window;
    this.#taken = 0;
  }
}
