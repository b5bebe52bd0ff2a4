/** Ten seconds, as Intercom's headers show. */
const LENGTH = 10_000;

/** A fixed window of calls: at most so many in each ten seconds of the clock. */
export class RateWindow {
  readonly #requests: number;
  readonly #now: () => number;
  #begin = 0;
  #taken = 0;

  constructor(requests: number, now: () => number) {
    this.#requests = requests;
    this.#now = now;
  }

  /** Whether one more call fits. */
  take(): boolean {
    const begin = Math.floor(this.#now() / LENGTH) * LENGTH;
    if (begin !== this.#begin) this.#taken = 0;
    this.#begin = begin;
    this.#taken += 1;
    return this.#taken <= this.#requests;
  }

  /** What every answer tells about the window. */
  get headers(): Readonly<Record<string, string>> {
    return {
      'x-ratelimit-limit': String(this.#requests),
      'x-ratelimit-remaining': String(Math.max(0, this.#requests - this.#taken)),
      'x-ratelimit-reset': String((this.#begin + LENGTH) / 1000),
    };
  }
}
