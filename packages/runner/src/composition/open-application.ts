import { host, type Actor } from '../access/actor.js';
import type { Application } from '../application/application.js';
import type { LocalServices } from '../application/services.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Checkpoints } from '../audit/checkpoints.js';
import { loadConfiguration } from '../config/configuration.js';
import type { Environment } from '../config/resolve-home.js';
import { loadConnectors } from '../connectors/load-connectors.js';
import { createLog } from '../logging/create-log.js';
import { Monitor } from '../monitoring/monitor.js';
import { startTracing } from '../tracing/start-tracing.js';
import { createContainer } from './container.js';
import { openStorage } from './open-storage.js';
import { tokens } from './tokens.js';

/** Opens everything a face needs. Bad configuration is refused before anything is started. */
export async function openApplication(environment: Environment): Promise<Application> {
  const configuration = loadConfiguration(environment);
  const connectors = await loadConnectors(configuration.connectors, configuration);
  const storage = await openStorage(configuration);
  const log = createLog(configuration.log.level);
  const tracing = await startTracing(configuration.tracing.endpoint, log);
  const container = createContainer({ ...storage, configuration, connectors, log, tracing });
  const as = (actor: Actor): LocalServices => ({
    connections: container.get(tokens.connections)(actor),
    requests: container.get(tokens.requests)(actor),
    keys: container.get(tokens.apiKeys)(actor),
    receipts: container.get(tokens.receipts)(actor),
    authorizations: container.get(tokens.authorizations)(actor),
    audit: container.get(tokens.auditTrail)(actor),
    webhookDeliveries: container.get(tokens.failedDeliveries)(actor),
  });
  return {
    ...as(host),
    as,
    connectors,
    log,
    authentication: container.get(tokens.authentication),
    authorizationCallbacks: container.get(tokens.authorizationCallbacks),
    masterKey: container.get(tokens.masterKey)(host),
    monitoring: new Monitor(storage.database),
    keysAreWhole: storage.keysAreWhole,
    service: configuration.service,
    events: container.get(tokens.events),
    worker: container.get(tokens.worker),
    close: async () => {
      await container.get(tokens.eventWatch).close();
      await container.get(tokens.engine).close();
      await container
        .get(tokens.keyUses)
        .store()
        .catch(() => undefined);
      await signed(container.get(tokens.audit), container.get(tokens.checkpoints));
      await storage.close();
      await tracing.close();
    },
  };
}

/** An installation without a worker has its log signed by what adds to it. No command fails for it: the next one tries again. */
async function signed(audit: AuditLog, checkpoints: Checkpoints): Promise<void> {
  if (audit.hasAppended) await checkpoints.keepDue().catch(() => undefined);
}
