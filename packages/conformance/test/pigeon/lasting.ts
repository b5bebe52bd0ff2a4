import type { Connector, Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import type { ConformanceVendor } from '../../src/index.js';
import { connector } from './connector.js';
import { manifest } from './manifest.js';
import { pigeonVendor, startPigeon } from './vendor.js';

/** A Pigeon Post whose tokens do not expire, and the connector for it. */
export const lastingConnector: Connector = {
  ...connector,
  manifest: { ...manifest, auth: { ...manifest.auth, defaultTokenLifetimeSeconds: null } },
  implementation: {
    ...connector.implementation,
    normaliseTokenAnswer: (answer) => {
      const token = (answer as { readonly [name: string]: Json } | null)?.['token'];
      if (typeof token !== 'string') throw new VendorContractError('There is no token in the token answer.');
      return { access_token: token, token_type: 'bearer' };
    },
  },
};

export const lastingVendor: ConformanceVendor = {
  ...pigeonVendor,
  start: (options) => startPigeon(options, { lasting: true }),
  tokenSpellings: [{ answer: { token: 'a' }, says: { access_token: 'a', token_type: 'bearer' } }],
};
