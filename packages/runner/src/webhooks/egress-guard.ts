import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.js';
import { isPublicAddress } from './public-address.js';

/** The addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Addresses as the operating system knows them. */
export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** Keeps webhooks from reaching what only this machine or its network can reach. */
export class EgressGuard {
  readonly #allowedHosts: readonly string[];
  readonly #resolve: Resolve;

  /** @param allowedHosts Hosts, as in `URL.hostname`, that may have any address. */
  constructor(allowedHosts: readonly string[], resolve: Resolve = resolveBySystem) {
    this.#allowedHosts = allowedHosts;
    this.#resolve = resolve;
  }

  /**
   * The addresses to connect to, and no others: looked up once, so that a name cannot mean another one a moment later.
   * @throws DeliveryError when one of them is not public, or the scheme is not https.
   */
  async admit(url: URL): Promise<LookupFunction> {
    const isAllowed = this.#allowedHosts.includes(url.hostname);
    const addresses = await this.#addressesOf(url.hostname);
    const isLoopback = addresses.every(({ address }) => /^(?:127\.|::1$)/.test(address));
    if (url.protocol !== 'https:' && !(isAllowed && isLoopback)) throw new DeliveryError('insecure_url');
    if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address)))
      throw new DeliveryError('private_address');
    return pinned(addresses);
  }

  async #addressesOf(hostname: string): Promise<readonly LookupAddress[]> {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    const addresses = await this.#resolve(host).catch(() => []);
    if (addresses.length === 0) throw new DeliveryError('unknown_host');
    return addresses;
  }
}

/** Answers with the same addresses whatever it is asked. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
