import type {
  ConnectionProfile,
  Connector,
  NormaliseTokenAnswer,
  OAuthEndpoints,
  OAuthScheme,
  Sensitive,
} from '@privacy-connectors/core';
import type { TokenEndpoint } from '@privacy-connectors/core/oauth';
import { noteCall } from '../audit/call-tally.js';
import { InputError } from '../errors/runner-error.js';

/** Where and how an account is authorised with OAuth. */
export interface OAuthPlace {
  readonly scheme: OAuthScheme;
  readonly endpoints: OAuthEndpoints;
  readonly normalise: NormaliseTokenAnswer;
}

/** @throws InputError when the connector authenticates in another way. */
export function oauthOf({ manifest, implementation }: Connector, { oauth }: ConnectionProfile): OAuthPlace {
  const { normaliseTokenAnswer: normalise } = implementation;
  if (manifest.auth.kind === 'oauth2' && oauth !== undefined && normalise !== undefined) {
    return { scheme: manifest.auth, endpoints: oauth, normalise };
  }
  throw new InputError(
    `${manifest.title} takes a key made by hand and no OAuth app: give it with --token-env, --token-file or --token-stdin.`,
  );
}

/** The token endpoint of one account; calls are counted where somebody counts. */
export function tokenEndpoint(
  { scheme, endpoints, normalise }: OAuthPlace,
  clientId: string,
  clientSecret: Sensitive<string>,
): TokenEndpoint {
  const { tokenUrl } = endpoints;
  const origins = [new URL(tokenUrl).origin];
  return { scheme, tokenUrl, origins, clientId, clientSecret, normalise, observe: noteCall };
}
