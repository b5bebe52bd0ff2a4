import type { StepContext } from '@privacy-connectors/core';
import { cursorLinks } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { Settings } from '../generated/settings.js';

/** What the steps of this connector work with. */
export type KlaviyoContext = StepContext<VendorClient, Settings>;

/** JSON:API: `links.next` differs in the cursor only. */
export const paging = cursorLinks('page[cursor]');
