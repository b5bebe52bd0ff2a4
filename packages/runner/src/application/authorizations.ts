import type { NewConnection } from './connections.js';
import type { AuthorizationView } from './views/authorization-view.js';
import type { Sensitive } from '@privacy-connectors/core';

/** An account that a person authorises in a browser, with the OAuth app that the vendor knows. */
export interface NewAuthorization extends Omit<NewConnection, 'credentials'> {
  readonly clientId: string;
  readonly clientSecret: Sensitive<string>;
}

/** An authorisation that was started: the person opens `authorizationUrl`, once and within ten minutes. */
export interface StartedAuthorization extends AuthorizationView {
  readonly authorizationUrl: string;
}

/** Connections that are added by an authorisation in a browser, which comes back to the service. */
export interface Authorizations {
  /** @throws ConflictError when the service does not know its address; InputError as `Connections.add`. */
  start(authorization: NewAuthorization): Promise<StartedAuthorization>;
  /** @throws NotFoundError when somebody else started it. */
  show(id: string): Promise<AuthorizationView>;
}

/** How a callback ended. `refused`: its state is unknown, was used before, or is too old; nothing was sent to anybody. */
export type AuthorizationEnd = 'completed' | 'failed' | 'refused';

/** Takes the answers of vendors, which browsers bring. */
export interface AuthorizationCallbacks {
  /** `parameters` is the query of the redirect URI. */
  receive(parameters: URLSearchParams): Promise<AuthorizationEnd>;
}
