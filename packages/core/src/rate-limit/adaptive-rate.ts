import { Episodes } from './episodes.js';

/**
 * How a pace follows a vendor, in parts of the full one: what a 429 leaves of it, what a success gives back, and below what
 * it never falls. @public
 */
export const adaptation = { cut: 0.7, recovery: 0.005, floor: 0.1 } as const;

/**
 * How fast to send, given what the vendor says: a 429 multiplies the rate by 0.7, once per episode, and every other answer
 * gives a little back.
 */
export class AdaptiveRate {
  readonly #full: number;
  readonly #episodes = new Episodes();
  #current: number;

  constructor(full: number) {
    this.#full = full;
    this.#current = full;
  }

  /** Requests per second. */
  get current(): number {
    return this.#current;
  }

  sent(): void {
    this.#episodes.sent();
  }

  /** Returns true when the rate was cut. `now` is in milliseconds of any steady clock. */
  throttled(now: number): boolean {
    if (!this.#episodes.throttled(now)) return false;
    this.#current = Math.max(this.#current * adaptation.cut, this.#full * adaptation.floor);
    return true;
  }

  succeeded(): void {
    this.#episodes.succeeded();
    this.#current = Math.min(this.#current + this.#full * adaptation.recovery, this.#full);
  }
}
