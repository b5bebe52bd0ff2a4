import type { DeletionSteps } from '@privacy-connectors/core';
import type { VendorClient } from '../generated/client.js';
import type { IntercomSettings } from '../settings/intercom-settings.js';
import { erase } from './erase.js';
import { operationCodec, type DeletionOperation } from './operation.js';
import { planCursorCodec, type PlanCursor } from './plan-page.js';
import { plan } from './plan.js';
import { verify } from './verify.js';

/** Deletion thing by thing. An operation is its own ticket: it names what has to be gone. */
export const deletion: DeletionSteps<
  VendorClient,
  IntercomSettings,
  DeletionOperation,
  DeletionOperation,
  PlanCursor
> = {
  operation: operationCodec,
  ticket: operationCodec,
  planCursor: planCursorCodec,
  plan,
  erase,
  verify,
  ticketOf: (operation) => operation,
};
