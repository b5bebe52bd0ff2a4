import type { AuditTrail } from './audit-trail.js';
import type { Authorizations } from './authorizations.js';
import type { Connections } from './connections.js';
import type { Keys } from './keys.js';
import type { Receipts } from './receipts.js';
import type { CommandedRequests, Requests } from './requests.js';
import type { WebhookDeliveries } from './webhook-deliveries.js';

/** What somebody can do; the audit log names them as the one who did it. */
export interface Services {
  readonly connections: Connections;
  readonly requests: Requests;
  readonly keys: Keys;
  readonly receipts: Receipts;
  readonly authorizations: Authorizations;
  readonly audit: AuditTrail;
}

/** What somebody can do where the runner itself is, in this process. */
export interface LocalServices extends Services {
  readonly webhookDeliveries: WebhookDeliveries;
}

/** The services of this host, or of one far away, for as long as they are needed. */
export interface OpenedServices extends Omit<Services, 'requests'> {
  readonly requests: CommandedRequests;
  close(): Promise<void>;
}
