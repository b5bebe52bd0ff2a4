import type { Manifest } from '@privacy-connectors/core';

/** What a connection may set; `IntercomSettings` validates it and takes its defaults from here. */
export const settings = {
  region: {
    type: 'string',
    default: 'us',
    values: ['us', 'eu', 'au'],
    description:
      'Where the workspace is hosted. The test of the connection names the right one when this is wrong.',
  },
  includeNotes: {
    type: 'boolean',
    default: true,
    description:
      "Whether an access request hands over teammates' notes on the contact, which hold their words about the person.",
  },
  retainMetrics: {
    type: 'boolean',
    default: true,
    description:
      'Whether deleted conversations stay in reports, without what was said. False needs the permission delete_conversations_and_metrics.',
  },
  vendorRequestsPerMinute: {
    type: 'number',
    default: 1000,
    description:
      "Calls a minute that Intercom allows, from 60 to 100000; it counts them in windows of ten seconds. Intercom's answers correct the figure.",
  },
  verifyEverySeconds: {
    type: 'number',
    default: 60,
    description: 'Pause between two looks whether something deleted is gone, from a second to a day.',
  },
  verifyForSeconds: {
    type: 'number',
    default: 86400,
    description: 'How long a deletion is looked after before it ends as unverified, from a second to a year.',
  },
  baseUrl: {
    type: 'string',
    default: '',
    description: 'A loopback address to call instead of the region, for tests.',
  },
} as const satisfies Manifest['settings'];
