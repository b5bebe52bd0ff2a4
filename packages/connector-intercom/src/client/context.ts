import type { StepContext } from '@privacy-connectors/core';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import type { VendorClient } from '../generated/client.js';

/** What the steps of this connector work with. */
export type IntercomContext = StepContext<VendorClient, IntercomSettings>;
