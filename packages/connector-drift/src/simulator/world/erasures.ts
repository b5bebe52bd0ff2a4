import type { ErasureTiming } from '../options.js';

/** A deletion that the vendor accepted. */
export interface Erasure {
  readonly email: string;
  /** Milliseconds since 1970, of the first call. */
  readonly requestedAt: number;
  /** How often it was asked for. */
  readonly calls: number;
  readonly done: boolean;
}

type MutableErasure = { -readonly [Key in keyof Erasure]: Erasure[Key] } & { lookups: number };

/** Accepted deletions and when they take effect. A repeated call is accepted again and starts nothing anew. */
export class Erasures {
  readonly #timing: ErasureTiming;
  readonly #now: () => number;
  readonly #erase: (email: string) => void;
  readonly #accepted: MutableErasure[] = [];

  constructor(timing: ErasureTiming, now: () => number, erase: (email: string) => void) {
    this.#timing = timing;
    this.#now = now;
    this.#erase = erase;
  }

  get all(): readonly Erasure[] {
    return this.#accepted;
  }

  accept(email: string): void {
    const under = this.#accepted.find((erasure) => erasure.email === email && !erasure.done);
    if (under === undefined) {
      this.#accepted.push({ email, requestedAt: this.#now(), calls: 1, done: false, lookups: 0 });
    } else {
      under.calls += 1;
    }
  }

  /** Called before a look-up of contacts that one of these deletions reaches, if any. */
  beforeLookup(reaches: (email: string) => boolean): void {
    for (const erasure of this.#accepted.filter(({ email, done }) => !done && reaches(email))) {
      if (this.#isDue(erasure)) this.#complete(erasure);
      erasure.lookups += 1;
    }
  }

  /** Called before every other answer. */
  settle(): void {
    for (const erasure of this.#accepted) if (!erasure.done && this.#isDue(erasure)) this.#complete(erasure);
  }

  #isDue(erasure: MutableErasure): boolean {
    if (this.#timing === 'never') return false;
    if ('afterLookups' in this.#timing) return erasure.lookups >= this.#timing.afterLookups;
    return this.#now() >= erasure.requestedAt + this.#timing.afterMilliseconds;
  }

  #complete(erasure: MutableErasure): void {
    erasure.done = true;
    this.#erase(erasure.email);
  }
}
