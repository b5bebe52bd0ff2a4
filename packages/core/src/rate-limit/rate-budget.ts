/** Permission to send, and what the vendor thinks of the pace. One for all calls that count together. @public */
export interface RateBudget {
  /**
   * Resolves when one request may be sent; first come, first served. Rejects with the signal's reason when it aborts
   * first, and then takes nothing.
   */
  acquire(signal: AbortSignal): Promise<void>;
  /** To be called for every 429, with its headers. */
  throttled(answer: Headers): void;
  /** To be called for every other answer, with its headers. */
  succeeded(answer: Headers): void;
}
