import type { ConnectionProfile } from '@privacy-connectors/core';
import { manifest } from '../manifest/manifest.js';
import type { IntercomSettings, Region } from './intercom-settings.js';

const hosts: Readonly<Record<Region, (typeof manifest.hosts)[number]>> = {
  us: 'api.intercom.io',
  eu: 'api.eu.intercom.io',
  au: 'api.au.intercom.io',
};

/** What validated settings amount to. */
export function profileOf(settings: IntercomSettings): ConnectionProfile {
  const { region, verifyEverySeconds, verifyForSeconds } = settings;
  const isTest = settings.baseUrl !== '';
  const baseUrl = isTest ? settings.baseUrl : `https://${hosts[region]}`;
  return {
    baseUrl,
    oauth: {
      authorizationUrl: isTest ? `${baseUrl}/oauth` : manifest.auth.authorizationUrl,
      tokenUrl: `${baseUrl}${manifest.auth.tokenPath}`,
    },
    rateLimits: { api: rateLimitOf(settings) },
    verification: { everySeconds: verifyEverySeconds, forSeconds: verifyForSeconds },
  };
}

function rateLimitOf({ vendorRequestsPerMinute }: IntercomSettings) {
  const { limits, per } = manifest.rateLimits.api;
  return { limits: [{ ...limits[0], requests: Math.floor(vendorRequestsPerMinute / 6) }], per };
}
