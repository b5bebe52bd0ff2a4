import type { RateLimit } from '@privacy-connectors/core';
import { contentWithin, Episodes, windowStateOf } from '@privacy-connectors/core/rate-limit';
import type { Lease, PaceReport } from '../store/budget-store.js';

/** What there is to tell the other processes. */
export interface News {
  readonly report: PaceReport;
  /** The limits that the vendor told; undefined when they are those in force. */
  readonly limits: readonly RateLimit[] | undefined;
}

/** Gathers what answers say of the pace, until it is told to the others with the next lease. */
export class Findings {
  readonly #episodes = new Episodes();
  /** In force, as far as this process knows. */
  #limits: readonly RateLimit[];
  #told: readonly RateLimit[] | undefined;
  #perSecond: readonly number[] = [];
  #cuts = 0;
  #throttled = false;
  #sent = 0;
  #successes = 0;
  #ceilings: readonly (number | null)[];
  #urgent = false;

  constructor(declared: readonly RateLimit[]) {
    this.#limits = declared;
    this.#ceilings = declared.map(() => null);
  }

  /** Whether the vendor wants fewer requests right now: it is told at once, and permits that are still held are void. */
  get areUrgent(): boolean {
    return this.#urgent;
  }

  sent(): void {
    this.#episodes.sent();
    this.#sent += 1;
  }

  throttled(answer: Headers): void {
    this.#learn(answer);
    if (!this.#episodes.throttled(performance.now())) return;
    this.#throttled = true;
    this.#urgent = true;
  }

  succeeded(answer: Headers): void {
    this.#episodes.succeeded();
    this.#successes += 1;
    this.#learn(answer);
  }

  /** What is new; it counts as told. */
  take(): News {
    const report = {
      cuts: this.#cuts,
      throttled: this.#throttled,
      sent: this.#sent,
      successes: this.#successes,
      ceilings: this.#ceilings,
    };
    const news = { report, limits: this.#told };
    this.#throttled = false;
    this.#sent = 0;
    this.#successes = 0;
    this.#ceilings = this.#limits.map(() => null);
    this.#told = undefined;
    this.#urgent = false;
    return news;
  }

  /** It could not be told, and waits for the next time. */
  keep({ report: { throttled, sent, successes } }: News): void {
    this.#throttled ||= throttled;
    this.#sent += sent;
    this.#successes += successes;
  }

  /** What the others know. When the pace was cut, what is under way was sent before, and its refusals are no news. */
  heard({ limits, per_second: perSecond, cuts }: Lease): void {
    if (cuts > this.#cuts) {
      this.#episodes.begin(performance.now());
      this.#throttled = false;
    }
    this.#cuts = cuts;
    this.#perSecond = perSecond;
    this.#limits = limits;
  }

  #learn(answer: Headers): void {
    const states = this.#limits.map((limit) =>
      'burst' in limit ? {} : windowStateOf(limit, answer, Date.now()),
    );
    this.#ceilings = states.map(
      (state, index) => contentWithin(state, this.#perSecond[index] ?? 0) ?? this.#ceilings[index] ?? null,
    );
    const told = this.#limits.map((limit, index) => ({ ...limit, ...requestsOf(states[index]) }));
    if (JSON.stringify(told) !== JSON.stringify(this.#limits)) this.#told = told;
    this.#urgent ||= this.#ceilings.some((ceiling) => ceiling !== null && ceiling < 1);
  }
}

function requestsOf(state: { readonly requests?: number } | undefined) {
  return state?.requests === undefined ? {} : { requests: state.requests };
}
