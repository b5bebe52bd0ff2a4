import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import { type Actor, host } from '../access/actor.js';
import { InputError } from '../errors/runner-error.js';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where connections may lead, whatever the connector itself lets through: to hosts that the connector declares, and to
 * those that the configuration allows. The person at the host may point them at this machine too, for tests; a caller of
 * the service may not, for there the runner would reach what they cannot.
 */
export class DeclaredHosts {
  readonly #allowed: ReadonlySet<string>;

  /** `allowed` are hosts as in `URL.hostname`. */
  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed);
  }

  /** @throws InputError that names the host, when `actor` may not point a connection there. */
  assert(connector: Connector, profile: ConnectionProfile, actor: Actor): void {
    const declared = declaredHosts(connector);
    for (const url of [profile.baseUrl, ...oauthUrls(profile)]) {
      const { hostname, protocol } = new URL(url);
      const isLocal = loopback.test(hostname);
      if (isLocal && (actor === host || this.#allowed.has(hostname))) continue;
      if (!isLocal && protocol === 'https:' && (declared.has(hostname) || this.#allowed.has(hostname)))
        continue;
      const places = [...declared, ...this.#allowed].join(', ');
      throw new InputError(
        actor === host
          ? `${connector.manifest.title} may be reached by https at ${places}, or at this machine, but not at ${hostname}.`
          : `${connector.manifest.title} may be reached by https at ${places}, but not at ${hostname}. Whoever runs the service can allow it: allowedHosts in config.json.`,
      );
    }
  }
}

function declaredHosts({ manifest: { hosts, auth } }: Connector): ReadonlySet<string> {
  const authorization = auth.kind === 'oauth2' ? [new URL(auth.authorizationUrl).hostname] : [];
  return new Set([...hosts, ...authorization]);
}

function oauthUrls({ oauth }: ConnectionProfile): readonly string[] {
  return oauth === undefined ? [] : [oauth.tokenUrl, oauth.authorizationUrl];
}
