import type { Connector } from '@privacy-connectors/core';

/** The scheme and the code that goes with it. */
export function authenticationProblems({ manifest, implementation }: Connector): readonly string[] {
  const { auth } = manifest;
  const oauth = auth.kind === 'oauth2';
  const { oauth: endpoints, rateLimits } = implementation.configure(new implementation.settings());
  const limited = Object.keys(manifest.rateLimits).every((name) => rateLimits[name] !== undefined);
  const problems = {
    'a rejected credential has no status': auth.rejectionStatuses.length === 0,
    'normaliseTokenAnswer must be there exactly when the scheme is oauth2':
      oauth !== (implementation.normaliseTokenAnswer !== undefined),
    'the profile must have `oauth` exactly when the scheme is oauth2': oauth !== (endpoints !== undefined),
    'the header of the key is not in lower case': !oauth && auth.header !== auth.header.toLowerCase(),
    'the profile lacks a rate limit that the manifest declares': !limited,
  };
  return Object.entries(problems).flatMap(([problem, holds]) => (holds ? [problem] : []));
}
