import type { Connector } from '@privacy-connectors/core';
import type { ConformanceVendor } from '../../src/index.js';
import { connectTo, strictReader } from '../support/reference-client.js';
import { connector } from './connector.js';
import { manifest } from './manifest.js';
import { openapi } from './openapi.js';
import { pigeonVendor, startPigeon } from './vendor.js';

const { whoAmI } = manifest.operations;
const operations = { ...manifest.operations, whoAmI: { ...whoAmI, scopes: [] } };

/** A Pigeon Post that forbids what a dead token asks for, and lets every live one ask who it is; and the connector for it. */
export const forbiddingConnector: Connector = {
  ...connector,
  manifest: {
    ...manifest,
    operations,
    auth: { ...manifest.auth, rejectionStatuses: [403] },
    disconnection: { ...manifest.disconnection, deadStatuses: [403] },
  },
  implementation: {
    ...connector.implementation,
    connect: ({ fetch, profile: { baseUrl } }) =>
      connectTo(operations, { fetch, baseUrl }, strictReader(openapi, operations)),
  },
};

export const forbiddingVendor: ConformanceVendor = {
  ...pigeonVendor,
  start: (options) => startPigeon(options, { forbidding: true }),
};
