import type { Manifest } from '@privacy-connectors/core';

/** A connector in a list. */
export interface ConnectorSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly vendorApiVersion: string;
  readonly capabilities: readonly string[];
}

export function summarise({
  id,
  title,
  version,
  vendorApiVersion,
  capabilities,
}: Manifest): ConnectorSummary {
  return { id, title, version, vendorApiVersion, capabilities: Object.keys(capabilities) };
}
