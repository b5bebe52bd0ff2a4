import type { FailedDeliveryView } from '../../application/views/failed-delivery-view.js';
import { count, listOf, nullable, objectOf, reference, text, time, type Schema } from './schema.js';

const uuid: Schema = { type: 'string', format: 'uuid' };

/** What is said about webhooks, by name. */
export const webhookSchemas: { readonly [name: string]: Schema } = {
  FailedDelivery: objectOf<FailedDeliveryView>({
    id: uuid,
    webhook: text,
    requestId: uuid,
    eventId: count,
    kind: text,
    attempts: count,
    problem: text,
    failedAt: time,
  }),
  FailedDeliveryPage: objectOf({ items: listOf(reference('FailedDelivery')), next: nullable(text) }),
  RetriedDelivery: objectOf({ retried: uuid }),
};
