import type { RateLimit } from './manifest.js';

/**
 * What a connection's settings amount to: where calls may go, how fast, and how patiently a deletion is verified.
 * Made by the connector from validated settings; pure. @public
 */
export interface ConnectionProfile {
  /** Requests start here, without a trailing slash. */
  readonly baseUrl: string;
  /** Authorisation page of the vendor for this account. */
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly rateLimit: RateLimit;
  readonly verification: { readonly everySeconds: number; readonly forSeconds: number };
}
