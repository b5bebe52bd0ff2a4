import { Container } from 'inversify';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { Configuration } from '../config/configuration.js';
import type { Log } from '../logging/log.js';
import type { Database } from '../store/database.js';
import type { Tracing } from '../tracing/tracing.js';
import type { DataKeys } from '../vault/data-keys.js';
import { accessModule } from './access-module.js';
import { auditModule } from './audit-module.js';
import { authorizationsModule } from './authorizations-module.js';
import { connectionsModule } from './connections-module.js';
import { receiptsModule } from './receipts-module.js';
import { requestsModule } from './requests-module.js';
import { retentionModule } from './retention-module.js';
import { sessionsModule } from './sessions-module.js';
import { signingModule } from './signing-module.js';
import { storageModule } from './storage-module.js';
import { tasksModule } from './tasks-module.js';
import { tokens } from './tokens.js';
import { webhooksModule } from './webhooks-module.js';
import { workerModule } from './worker-module.js';

/** What has to be opened before anything can be composed. */
export interface Foundations {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: DataKeys;
  readonly connectors: ConnectorCatalogue;
  readonly log: Log;
  readonly tracing: Tracing;
}

/** Composes the runner. Everything is a singleton; nothing outside this folder sees the container. */
export function createContainer(foundations: Foundations): Container {
  const container = new Container({ defaultScope: 'Singleton' });
  container.bind(tokens.database).toConstantValue(foundations.database);
  container.bind(tokens.databaseUrl).toConstantValue(foundations.databaseUrl);
  container.bind(tokens.keys).toConstantValue(foundations.keys);
  container.bind(tokens.configuration).toConstantValue(foundations.configuration);
  container.bind(tokens.connectors).toConstantValue(foundations.connectors);
  container.bind(tokens.log).toConstantValue(foundations.log);
  container.bind(tokens.tracing).toConstantValue(foundations.tracing);
  container.load(
    storageModule,
    signingModule,
    sessionsModule,
    connectionsModule,
    tasksModule,
    requestsModule,
    retentionModule,
    receiptsModule,
    accessModule,
    auditModule,
    authorizationsModule,
    webhooksModule,
    workerModule,
  );
  return container;
}
