import type {
  AnyImplementation,
  NormaliseTokenAnswer,
  OAuthEndpoints,
  OAuthScheme,
} from '@privacy-connectors/core';
import { ensure } from '../failure.js';
import type { RunningVendor, VendorAuthorization } from '../vendor.js';
import type { Site } from './site.js';

/** What only a connector with OAuth has. */
export interface OAuthParts {
  readonly scheme: OAuthScheme;
  readonly endpoints: OAuthEndpoints;
  readonly normalise: NormaliseTokenAnswer;
}

/** @throws ConformanceFailure for the part that is missing. */
export function oauthParts({ connector: { manifest, implementation }, vendor }: Site): OAuthParts {
  const settings = Object.assign(new implementation.settings(), vendor.settings);
  const { oauth } = implementation.configure(settings);
  ensure(manifest.auth.kind === 'oauth2', 'the manifest does not say oauth2');
  ensure(oauth !== undefined, 'configure gives no `oauth`: add the two URLs to the profile');
  return { scheme: manifest.auth, endpoints: oauth, normalise: normaliserOf(implementation) };
}

/** @throws ConformanceFailure when the connector cannot read token answers. */
export function normaliserOf({ normaliseTokenAnswer }: AnyImplementation): NormaliseTokenAnswer {
  ensure(normaliseTokenAnswer !== undefined, 'normaliseTokenAnswer is missing: an OAuth connector needs it');
  return normaliseTokenAnswer;
}

/** The vendor's OAuth app. @throws ConformanceFailure when the vendor has none. */
export function authorizationOf({ authorization }: RunningVendor): VendorAuthorization {
  ensure(authorization !== undefined, 'the vendor has no `authorization`: a connector with OAuth needs it');
  return authorization;
}
