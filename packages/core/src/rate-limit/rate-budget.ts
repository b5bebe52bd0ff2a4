/** Permission to send, and what the vendor thinks of the pace. One per connection. @public */
export interface RateBudget {
  /**
   * Resolves when one request may be sent; first come, first served. Rejects with the signal's reason when it aborts
   * first, and then takes nothing.
   */
  acquire(signal: AbortSignal): Promise<void>;
  /** To be called for every 429. */
  throttled(): void;
  /** To be called for every other answer. */
  succeeded(): void;
}
