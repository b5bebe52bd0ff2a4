const capacity = 100;
const costs = { answer: 5, timeout: 10 } as const;

/** What made a retry necessary: a bad answer or broken connection, or nothing within the time limit. @public */
export type RetryCause = keyof typeof costs;

/**
 * Stops retry storms: a connection has 100 tokens, a retry costs 5, after a time-out 10, and every success gives one back.
 * While the vendor is down, calls soon fail at their first attempt. One instance per connection. @public
 */
export class RetryQuota {
  #tokens = capacity;

  /** Takes what a retry costs. False, and nothing taken, when too little is left: do not retry. */
  take(cause: RetryCause): boolean {
    if (this.#tokens < costs[cause]) return false;
    this.#tokens -= costs[cause];
    return true;
  }

  /** To be called for every successful answer. */
  succeeded(): void {
    this.#tokens = Math.min(capacity, this.#tokens + 1);
  }
}
