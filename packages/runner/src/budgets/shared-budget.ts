import type { RateBudget } from '@privacy-connectors/core/rate-limit';
import type { Account } from './account.js';
import { UrgentLine } from './urgent-line.js';
import { currentUrgency } from './urgency.js';

/**
 * One process's side of a budget that all processes share: it serves its callers from permits that it leases in batches, the
 * most urgent first, and asks the database once per batch. Time is `performance.now`, which `limiter` reads.
 */
export class SharedBudget implements RateBudget {
  readonly #account: Account;
  readonly #line = new UrgentLine();
  #exchange: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  /** @throws DatabaseError when permits cannot be leased. */
  async acquire(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const turn = this.#line.join(currentUrgency(), signal);
    this.#serve(false);
    await turn.finally(() => {
      this.#restIfAlone();
    });
  }

  throttled(answer: Headers): void {
    this.#account.findings.throttled(answer);
    this.#serve();
  }

  succeeded(answer: Headers): void {
    this.#account.findings.succeeded(answer);
    this.#serve();
  }

  /** `awaited` when permits may have come due since callers came. */
  #serve(awaited = true): void {
    if (this.#exchange !== undefined) return;
    const { permits, findings } = this.#account;
    while (this.#line.length > 0 && !findings.areUrgent && permits.take(awaited)) {
      findings.sent();
      this.#line.admitFirst();
    }
    if (findings.areUrgent || (this.#line.length > 0 && permits.isOver())) this.#lease();
    else if (this.#line.length > 0) this.#wakeIn(permits.wait());
  }

  /** Failures are those of who waits. Without anybody the news stay, and are told with the next lease. */
  #lease(): void {
    this.#exchange ??= this.#account
      .exchange(this.#line.length)
      .catch((error: unknown) => {
        this.#line.refuseAll(error as Error);
      })
      .finally(() => {
        this.#exchange = undefined;
        this.#serve();
      });
  }

  #wakeIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#serve();
    }, milliseconds);
  }

  /** A timer for nobody would keep the process from ending. */
  #restIfAlone(): void {
    if (this.#line.length === 0) clearTimeout(this.#timer);
  }
}
