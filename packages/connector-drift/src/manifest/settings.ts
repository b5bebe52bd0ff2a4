import type { Manifest } from '@privacy-connectors/core';

/** What a connection may set; `DriftSettings` validates it and takes its defaults from here. */
export const settings = {
  baseUrl: {
    type: 'string',
    default: 'https://driftapi.com',
    description: "Where Drift's API answers: https://driftapi.com, or a loopback address for tests.",
  },
  authorizationUrl: {
    type: 'string',
    default: 'https://dev.drift.com/authorize',
    description: 'The page on which an administrator of the Drift organisation allows the connection.',
  },
  vendorRequestsPerSecond: {
    type: 'number',
    default: 5,
    description: 'Requests a second that Drift allows, from 0.1 to 10000. Drift publishes no figure.',
  },
  vendorBurst: {
    type: 'number',
    default: 10,
    description: 'Requests that Drift allows at once before it answers 429, from 1 to 10000.',
  },
  verifyEverySeconds: {
    type: 'number',
    default: 600,
    description: 'Pause between two looks whether a deletion is done, from a second to a day.',
  },
  verifyForSeconds: {
    type: 'number',
    default: 1209600,
    description:
      'How long a deletion is looked after before it ends as unverified, from a second to a year; two weeks by default.',
  },
} as const satisfies Manifest['settings'];
