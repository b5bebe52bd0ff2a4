import type { RateLimitClass } from './rate-limit.js';

/** The two URLs of an OAuth authorisation. @public */
export interface OAuthEndpoints {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/**
 * What a connection's settings amount to: where calls may go, how fast, and how patiently a deletion is verified.
 * Made by the connector from validated settings; pure. @public
 */
export interface ConnectionProfile {
  /** Requests start here, without a trailing slash. */
  readonly baseUrl: string;
  /** For a vendor with OAuth: where this account is authorised and where it gets its tokens. */
  readonly oauth?: OAuthEndpoints;
  /** By the names of the manifest's `rateLimits`. */
  readonly rateLimits: { readonly [name: string]: RateLimitClass };
  readonly verification: { readonly everySeconds: number; readonly forSeconds: number };
}
