import { describe, it } from '@jest/globals';
import type { Connector } from '@privacy-connectors/core';
import { conformanceChecks } from './conformance-checks.js';
import type { ConformanceVendor } from './vendor.js';

/** Milliseconds; a guard against a connector that never ends, far above what any check needs. */
const longest = 120_000;

/** Registers a connector's whole contract test with jest: one test per check. @public */
export function describeConformance(connector: Connector, vendor: ConformanceVendor): void {
  describe(`${connector.manifest.title} keeps the contract`, () => {
    for (const check of conformanceChecks(connector, vendor)) it(check.name, () => check.run(), longest);
  });
}
