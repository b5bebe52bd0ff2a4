/** A leaky bucket: `requestsPerSecond` drain from it, it holds `burst` requests, a fuller one answers 429. @public */
export interface LeakyBucketLimit {
  readonly requestsPerSecond: number;
  readonly burst: number;
}

/** Names of the headers in which a vendor tells the state of a window, on every answer that has them. @public */
export interface RateLimitHeaders {
  /** Requests the window allows; replaces the declared figure once seen. */
  readonly limit: string;
  /** Requests the window still allows. */
  readonly remaining: string;
  /** When the next window begins. */
  readonly reset: string;
  /** What `reset` counts: seconds since 1970, or seconds from now. */
  readonly resetIn: 'epoch_seconds' | 'seconds';
}

/** At most `requests` in any `seconds`. @public */
export interface WindowLimit {
  readonly requests: number;
  readonly seconds: number;
  readonly headers?: RateLimitHeaders;
}

/** How fast a vendor lets us call. @public */
export type RateLimit = LeakyBucketLimit | WindowLimit;

/** Limits that all hold at once, counted for the connection as a whole or for each operation by itself. @public */
export interface RateLimitClass {
  readonly limits: readonly RateLimit[];
  readonly per: 'connection' | 'operation';
}

/** A class that counts instead of the operation's own when a query parameter is present. @public */
export interface RateLimitCondition {
  readonly query: string;
  /** Only when the parameter's value contains this text. */
  readonly contains?: string;
  /** Name of a class in the manifest's `rateLimits`. */
  readonly rateLimit: string;
}
