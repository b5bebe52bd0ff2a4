import { noCursor, type DeletionSteps } from '@privacy-connectors/core';
import type { VendorClient } from '../generated/client.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { erase } from './erase.js';
import {
  operationCodec,
  ticketCodec,
  ticketOf,
  type DeletionOperation,
  type DeletionTicket,
} from './operation.js';
import { plan } from './plan.js';
import { verify } from './verify.js';

/** Erasure by e-mail through Drift's Data Privacy API. */
export const deletion: DeletionSteps<VendorClient, DriftSettings, DeletionOperation, DeletionTicket, never> =
  {
    operation: operationCodec,
    ticket: ticketCodec,
    planCursor: noCursor,
    plan,
    erase,
    verify,
    ticketOf,
  };
