import type { ErrorDescription } from '@privacy-connectors/core/errors';

/**
 * Where an authorisation in a browser stands. `pending`: the person has not come back. `exchanging`: the vendor is asked
 * for tokens, and whether they work. `completed`: the connection is stored. `expired`: nobody came back in time.
 */
export type AuthorizationStatus = 'pending' | 'exchanging' | 'completed' | 'failed' | 'expired';

/** An authorisation in a browser. */
export interface AuthorizationView {
  readonly id: string;
  /** Name of the connection that it adds or renews. */
  readonly connection: string;
  readonly status: AuthorizationStatus;
  /** ISO 8601 time until which the browser may come back. */
  readonly expiresAt: string;
  /** Why it failed; null unless it did. */
  readonly error: ErrorDescription | null;
}
