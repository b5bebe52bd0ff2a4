import { AuthError } from '../errors/index.js';
import type { TokenSource } from '../http/token-source.js';
import type { Sensitive } from '../redaction/sensitive.js';

/** The token source of a token made by hand, which does not expire and cannot be renewed. @public */
export class StaticTokenSource implements TokenSource {
  readonly #token: Sensitive<string>;

  constructor(token: Sensitive<string>) {
    this.#token = token;
  }

  current(): Promise<Sensitive<string>> {
    return Promise.resolve(this.#token);
  }

  /** @throws AuthError always: only a person can make another token. */
  renew(): Promise<Sensitive<string>> {
    return Promise.reject(
      new AuthError(
        "The vendor rejects the connection's token. Make a new one in the vendor's settings and store it with the connection.",
      ),
    );
  }
}
