const cut = 0.7;
/** Part of the full rate that a success gives back, and below which the rate never falls. */
const recovery = 0.005;
const floor = 0.1;
/** Longest time, in milliseconds, that answers of requests sent before a cut are waited for. */
const episodeMs = 5_000;

/**
 * How fast to send, given what the vendor says: a 429 multiplies the rate by 0.7, every other answer gives a little back.
 * The 429s of requests that were already under way say nothing new: they belong to the episode of the first one.
 */
export class AdaptiveRate {
  readonly #full: number;
  #current: number;
  #sent = 0;
  #answered = 0;
  #episode = { sent: 0, until: 0 };

  constructor(full: number) {
    this.#full = full;
    this.#current = full;
  }

  /** Requests per second. */
  get current(): number {
    return this.#current;
  }

  sent(): void {
    this.#sent += 1;
  }

  /** Returns true when the rate was cut. `now` is in milliseconds of any steady clock. */
  throttled(now: number): boolean {
    this.#answered += 1;
    if (this.#answered <= this.#episode.sent && now < this.#episode.until) return false;
    this.#episode = { sent: this.#sent, until: now + episodeMs };
    this.#current = Math.max(this.#current * cut, this.#full * floor);
    return true;
  }

  succeeded(): void {
    this.#answered += 1;
    this.#current = Math.min(this.#current + this.#full * recovery, this.#full);
  }
}
