import type { ConnectionProfile, Manifest } from '@privacy-connectors/core';
import type { Settings } from '../generated/settings.js';
import { vendor } from '../generated/vendor.js';

/** Klaviyo as data. What is a fact about Klaviyo stands in `openapi/klaviyo.yaml`. */
export const manifest = {
  ...vendor,
  contract: 1,
  id: 'klaviyo',
  title: 'Klaviyo',
  version: '0.1.0',
  disconnection: { manualSteps: ['In Klaviyo, open Settings > API keys and delete the private key.'] },
} as const satisfies Manifest;

/** What validated settings amount to. */
export function profileOf({ baseUrl, verifyEverySeconds, verifyForSeconds }: Settings): ConnectionProfile {
  const verification = { everySeconds: verifyEverySeconds, forSeconds: verifyForSeconds };
  return { baseUrl, rateLimits: manifest.rateLimits, verification };
}
