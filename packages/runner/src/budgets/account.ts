import type { RateLimit } from '@privacy-connectors/core';
import type { BudgetPlace, BudgetStore, Lease, PacedLimits } from '../store/budget-store.js';
import { DatabaseClock } from './database-clock.js';
import { Findings } from './findings.js';
import { leaseTerms, type LeaseTerms } from './lease-terms.js';
import { Permits } from './permits.js';

/** The longest lead, in milliseconds. */
const longestLead = 1000;

/** What one process has with the budget that all share: its permits, and what it tells and hears of the vendor's pace. */
export class Account {
  readonly findings: Findings;
  readonly #store: BudgetStore;
  readonly #place: BudgetPlace;
  readonly #declared: readonly RateLimit[];
  #terms: LeaseTerms;
  #permits = Permits.none;
  /** Permits of the present batch when it was leased, and all that had been leased by then. */
  #batch = 0;
  #since = 0;
  #open: Promise<void> | undefined;
  readonly #clock = new DatabaseClock();
  /** Milliseconds that the last answer took. */
  #lead = 0;

  constructor(store: BudgetStore, place: BudgetPlace, declared: readonly RateLimit[]) {
    this.#store = store;
    this.#place = place;
    this.#declared = declared;
    this.#terms = leaseTerms(declared);
    this.findings = new Findings(declared);
  }

  get permits(): Permits {
    return this.#permits;
  }

  /**
   * Tells what is new, gives back what was not used, and leases what so many waiting callers need, or what was used of the
   * last batch; one more when callers had to wait for the end of that.
   * @throws DatabaseError; what there was to tell is told next time.
   */
  async exchange(waiting: number): Promise<void> {
    const permits = this.#wanted(waiting);
    const unused = this.#permits.left;
    const news = this.findings.take();
    this.#permits = Permits.none;
    try {
      await this.#prepare(news.limits);
      const askedAt = performance.now();
      const request = { ...news.report, permits, unused, since: this.#since, lead: this.#lead / 1000 };
      this.#hold(permits, askedAt, await this.#store.lease(this.#place, request));
    } catch (error) {
      this.findings.keep(news);
      throw error;
    }
  }

  #wanted(waiting: number): number {
    const { left, wereAwaited } = this.#permits;
    const lately = this.#batch - left + Number(left === 0 && wereAwaited);
    return waiting === 0 ? 0 : Math.min(Math.max(waiting, lately), this.#terms.permits);
  }

  async #prepare(told: readonly RateLimit[] | undefined): Promise<void> {
    this.#open ??= this.#store.open(this.#place, pacedLimits(this.#declared)).catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    await this.#open;
    if (told !== undefined) await this.#store.learn(this.#place, pacedLimits(told));
  }

  #hold(permits: number, askedAt: number, lease: Lease): void {
    const now = performance.now();
    this.#clock.heard(lease.from - this.#lead, askedAt, now);
    const time = { from: this.#clock.when(lease.from), validity: this.#terms.validity };
    this.#permits = Permits.of(permits, lease, time);
    this.#batch = permits;
    this.#since = lease.leased;
    this.#lead = Math.min(now - askedAt, longestLead);
    this.#terms = leaseTerms(lease.limits);
    this.findings.heard(lease);
  }
}

function pacedLimits(limits: readonly RateLimit[]): PacedLimits {
  return { limits, paces: leaseTerms(limits).paces };
}
