import { ContainerModule } from 'inversify';
import { DeliveryStore } from '../webhooks/delivery-store.js';
import { EgressGuard } from '../webhooks/egress-guard.js';
import { FailedDeliveries } from '../webhooks/failed-deliveries.js';
import { Webhook } from '../webhooks/webhook.js';
import { tokens } from './tokens.js';

/** Endpoints that are told of events. */
export const webhooksModule = new ContainerModule(({ bind }) => {
  bind(tokens.deliveries).toResolvedValue((database) => new DeliveryStore(database), [tokens.database]);
  bind(tokens.failedDeliveries).toResolvedValue(
    (database, audit) => (actor) => new FailedDeliveries(database, audit, actor),
    [tokens.database, tokens.audit],
  );
  bind(tokens.webhooks).toResolvedValue(
    (database, events, deliveries, audit, log, { webhooks, allowedHosts }) => {
      const guard = new EgressGuard(allowedHosts);
      const parts = { database, events, deliveries, audit, guard, log };
      return webhooks.map((endpoint) => new Webhook(endpoint, parts));
    },
    [tokens.database, tokens.events, tokens.deliveries, tokens.audit, tokens.log, tokens.configuration],
  );
});
