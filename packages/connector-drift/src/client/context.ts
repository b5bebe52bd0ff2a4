import type { StepContext } from '@privacy-connectors/core';
import type { DriftSettings } from '../settings/drift-settings.js';
import type { VendorClient } from '../generated/client.js';

/** What the steps of this connector work with. */
export type DriftContext = StepContext<VendorClient, DriftSettings>;
