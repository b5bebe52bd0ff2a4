import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import { InputError } from '../errors/runner-error.js';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Settings may point a connection at this machine, for tests, or at hosts the connector declares; nowhere else, whatever
 * the connector itself lets through.
 * @throws InputError that names the host.
 */
export function assertDeclaredHosts(connector: Connector, profile: ConnectionProfile): void {
  const { hosts, auth, title } = connector.manifest;
  const authorization = auth.kind === 'oauth2' ? [new URL(auth.authorizationUrl).hostname] : [];
  const declared = new Set([...hosts, ...authorization]);
  for (const url of [profile.baseUrl, ...oauthUrls(profile)]) {
    const { hostname, protocol } = new URL(url);
    if (loopback.test(hostname) || (protocol === 'https:' && declared.has(hostname))) continue;
    throw new InputError(
      `${title} may be reached by https at ${[...declared].join(', ')}, or at this machine, but not at ${hostname}.`,
    );
  }
}

function oauthUrls({ oauth }: ConnectionProfile): readonly string[] {
  return oauth === undefined ? [] : [oauth.tokenUrl, oauth.authorizationUrl];
}
