import { createHash } from 'node:crypto';
import type { NewConnection } from '../../application/connections.js';

/** What has to be kept until the browser comes back; sealed, as it holds secrets. */
export interface PendingAuthorization {
  readonly connector: string;
  readonly name: string;
  readonly settings: NewConnection['settings'];
  readonly namespaces: NewConnection['namespaces'];
  readonly policy?: NonNullable<NewConnection['policy']>;
  /** The connection that is authorised again; null for a new one. */
  readonly existing: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly pkceVerifier: string | null;
}

/** What is stored of a state in its place. */
export function stateDigest(state: string): Buffer {
  return createHash('sha256').update(state, 'utf8').digest();
}
