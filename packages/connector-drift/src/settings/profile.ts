import type { ConnectionProfile } from '@privacy-connectors/core';
import { manifest } from '../manifest/manifest.js';
import { oneBucket } from '../manifest/one-bucket.js';
import type { DriftSettings } from './drift-settings.js';

const withoutTrailingSlash = (url: string) => url.replace(/\/+$/, '');

/** What validated settings amount to. */
export function profileOf(settings: DriftSettings): ConnectionProfile {
  const baseUrl = withoutTrailingSlash(settings.baseUrl);
  return {
    baseUrl,
    oauth: {
      authorizationUrl: withoutTrailingSlash(settings.authorizationUrl),
      tokenUrl: `${baseUrl}${manifest.auth.tokenPath}`,
    },
    rateLimits: { all: oneBucket(settings.vendorRequestsPerSecond, settings.vendorBurst) },
    verification: { everySeconds: settings.verifyEverySeconds, forSeconds: settings.verifyForSeconds },
  };
}
