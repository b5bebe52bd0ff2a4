import type { Connector } from '@privacy-connectors/core';
import type { ConformanceVendor } from './vendor.js';

/** One statement about a connector. `run` rejects, with the reason, when the connector does not keep it. */
export interface Check {
  readonly name: string;
  run(): Promise<void>;
}

/** What the checks examine, and against whom. */
export interface Bench {
  readonly connector: Connector;
  readonly vendor: ConformanceVendor;
}
