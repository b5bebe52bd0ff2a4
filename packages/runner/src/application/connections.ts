import type {
  AddedConnectionView,
  ConnectionTestView,
  ConnectionView,
  RemovedConnectionView,
} from './views/connection-view.js';
import type { Sensitive } from '@privacy-connectors/core';

/** How a new connection authenticates. */
export type NewCredentials =
  | { readonly kind: 'static_token'; readonly token: Sensitive<string> }
  | {
      readonly kind: 'authorization_code';
      readonly clientId: string;
      readonly clientSecret: Sensitive<string>;
      /** Port of the loopback callback; 0 picks a free one. */
      readonly callbackPort: number;
      /** Called once with the URL a person has to open. */
      readonly onAuthorizationUrl: (url: string) => void;
    };

/** What `connection add` needs; settings are checked against the connector's settings class. */
export interface NewConnection {
  readonly connector: string;
  readonly name: string;
  readonly settings: { readonly [name: string]: string | number | boolean };
  /** Whose ids it holds, by kind; checked against what the connector searches by and finds. */
  readonly namespaces: { readonly [kind: string]: string };
  /** What is done with the words and names of whom, by kind of author, where it is not as usual. */
  readonly policy?: { readonly [kind: string]: string };
  readonly credentials: NewCredentials;
}

/** How a connection is removed. */
export interface Removal {
  /** Destroys the credentials although the vendor may still accept them. */
  readonly forget: boolean;
  readonly signal: AbortSignal;
}

/** Accounts at vendors. Nothing is stored before the vendor has accepted the credentials. */
export interface Connections {
  /**
   * Adds a connection. One that exists under the name, at the same connector, is authorised again instead (`renewed`): it
   * keeps its requests, and the settings and name spaces that are not given anew.
   */
  add(connection: NewConnection, signal: AbortSignal): Promise<AddedConnectionView>;
  list(): Promise<readonly ConnectionView[]>;
  test(name: string, signal: AbortSignal): Promise<ConnectionTestView>;
  /**
   * Changes what is done with the words and names of whom, by kind of author; packages that are made from now on follow it.
   * @throws InputError when a kind or mode does not exist.
   */
  changePolicy(name: string, changes: { readonly [kind: string]: string }): Promise<ConnectionView>;
  /**
   * Takes a connection out of use, ends its access at the vendor, and destroys its credentials once the vendor refuses them.
   * Where it does not, they are kept for further tries, unless `forget`. A removed one that is still alive is tried again.
   * @throws ConflictError while requests on it are unfinished.
   */
  remove(name: string, how: Removal): Promise<RemovedConnectionView>;
}
