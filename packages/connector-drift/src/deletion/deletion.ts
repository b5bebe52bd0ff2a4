import type { DeletionSteps } from '@privacy-connectors/core';
import type { DriftClient } from '../client/client.js';
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
export const deletion: DeletionSteps<DriftClient, DriftSettings, DeletionOperation, DeletionTicket> = {
  operation: operationCodec,
  ticket: ticketCodec,
  plan,
  erase,
  verify,
  ticketOf,
};
