import { createRandom, type TokenKind } from '@privacy-connectors/conformance/simulator';

/** Private keys of the account, each with the scopes that were chosen when it was made. They do not expire. */
export class PrivateKeys {
  readonly #random;
  readonly #scopes = new Map<string, readonly string[]>();
  readonly #revoked = new Set<string>();

  constructor(seed: number) {
    this.#random = createRandom(seed, 'private keys');
  }

  issue(scopes: readonly string[]): string {
    const digits = () => this.#random.integer(0, 0xffffffff).toString(16).padStart(8, '0');
    const key = `pk_simulated_${digits()}${digits()}`;
    this.#scopes.set(key, scopes);
    return key;
  }

  revoke(key: string): void {
    this.#revoked.add(key);
  }

  /** Undefined for a key that is unknown or revoked. */
  scopesOf(key: string | undefined): readonly string[] | undefined {
    return key === undefined || this.#revoked.has(key) ? undefined : this.#scopes.get(key);
  }

  kindOf(key: string | undefined): TokenKind {
    if (key === undefined) return 'none';
    if (this.#revoked.has(key)) return 'revoked';
    return this.#scopes.has(key) ? 'static' : 'unknown';
  }
}

/** The key of an `Authorization: Klaviyo-API-Key` header. */
export function keyOf(authorization: string | undefined): string | undefined {
  return /^Klaviyo-API-Key (\S+)$/.exec(authorization ?? '')?.[1];
}
