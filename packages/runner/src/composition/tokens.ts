import type { ServiceIdentifier } from 'inversify';
import type { Actor } from '../access/actor.js';
import type { AuditTrail } from '../application/audit-trail.js';
import type { AuthorizationCallbacks, Authorizations } from '../application/authorizations.js';
import type { Connections } from '../application/connections.js';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { Authentication, Keys } from '../application/keys.js';
import type { MasterKeyRotations } from '../application/master-key-rotations.js';
import type { Receipts } from '../application/receipts.js';
import type { Requests } from '../application/requests.js';
import type { Worker } from '../application/worker.js';
import type { SideWork } from '../worker/chore.js';
import type { KeyUses } from '../access/key-uses.js';
import type { Tallies } from '../audit/tallies.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Checkpoints } from '../audit/checkpoints.js';
import type { Configuration } from '../config/configuration.js';
import type { ConnectionTokens } from '../connections/connection-tokens.js';
import type { Disconnection } from '../connections/disconnection.js';
import type { Removal } from '../connections/removal.js';
import type { EndingStore } from '../store/ending-store.js';
import type { DeclaredHosts } from '../connections/declared-hosts.js';
import type { Enrolment } from '../connections/enrolment.js';
import type { StoredSessions } from '../connections/stored-sessions.js';
import type { ApprovalPolicy } from '../requests/approval-policy.js';
import type { Reminders } from '../deadlines/reminders.js';
import type { Pulse } from '../engine/pulse.js';
import type { EventLog } from '../events/event-log.js';
import type { EventWatch } from '../events/event-watch.js';
import type { DeliveryStore } from '../webhooks/delivery-store.js';
import type { FailedDeliveries } from '../webhooks/failed-deliveries.js';
import type { Webhook } from '../webhooks/webhook.js';
import type { Log } from '../logging/log.js';
import type { PackageSources } from '../requests/package-sources.js';
import type { RequestRecorder } from '../requests/request-recorder.js';
import type { RequestRunner } from '../requests/request-runner.js';
import type { Forecasts } from '../forecast/forecasts.js';
import type { BeginWatching } from '../reappearance/begin-watching.js';
import type { Looking } from '../reappearance/looking.js';
import type { ReappearanceStore } from '../reappearance/reappearance-store.js';
import type { LegalHolds } from '../retention/legal-holds.js';
import type { LegalHoldStore } from '../retention/legal-hold-store.js';
import type { Retention } from '../retention/retention-service.js';
import type { RequestViews } from '../requests/request-views.js';
import type { TaskViews } from '../requests/task-views.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import type { ApiKeyStore } from '../store/api-key-store.js';
import type { AuthorizationStore } from '../store/authorization-store.js';
import type { BudgetStore } from '../store/budget-store.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { DispatchStore } from '../store/dispatch-store.js';
import type { ReceiptMaker } from '../receipts/receipt-maker.js';
import type { ReceiptPart } from '../receipts/receipt-part.js';
import type { ReceiptStore } from '../store/receipt-store.js';
import type { RequestStore } from '../store/request-store.js';
import type { OpenSearches } from '../tasks/open-searches.js';
import type { TaskAdvancer } from '../tasks/task-advancer.js';
import type { TaskFinisher } from '../tasks/task-finisher.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Tracing } from '../tracing/tracing.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { LazyEngine } from './lazy-engine.js';

function token<Service>(name: string): ServiceIdentifier<Service> {
  return Symbol.for(`@privacy-connectors/runner/${name}`);
}

/** A service of which each actor has their own, made of shared parts. */
export type ForActor<Service> = (actor: Actor) => Service;

/** What the container can make, by type. */
export const tokens = {
  apiKeys: token<ForActor<Keys>>('api-keys'),
  apiKeyStore: token<ApiKeyStore>('api-key-store'),
  approval: token<ApprovalPolicy>('approval'),
  audit: token<AuditLog>('audit'),
  authorizations: token<ForActor<Authorizations>>('authorizations'),
  authorizationCallbacks: token<AuthorizationCallbacks>('authorization-callbacks'),
  authorizationStore: token<AuthorizationStore>('authorization-store'),
  auditTrail: token<ForActor<AuditTrail>>('audit-trail'),
  authentication: token<Authentication>('authentication'),
  advancer: token<TaskAdvancer>('advancer'),
  checkpoints: token<Checkpoints>('checkpoints'),
  configuration: token<Configuration>('configuration'),
  budgetStore: token<BudgetStore>('budget-store'),
  connections: token<ForActor<Connections>>('connections'),
  connectionStore: token<ConnectionStore>('connection-store'),
  connectionTokens: token<ConnectionTokens>('connection-tokens'),
  connectors: token<ConnectorCatalogue>('connectors'),
  database: token<Database>('database'),
  databaseUrl: token<string>('database-url'),
  disconnection: token<Disconnection>('disconnection'),
  endings: token<EndingStore>('endings'),
  removal: token<Removal>('removal'),
  dispatches: token<DispatchStore>('dispatches'),
  declaredHosts: token<DeclaredHosts>('declared-hosts'),
  engine: token<LazyEngine>('engine'),
  enrolment: token<Enrolment>('enrolment'),
  deliveries: token<DeliveryStore>('deliveries'),
  events: token<EventLog>('events'),
  eventWatch: token<EventWatch>('event-watch'),
  failedDeliveries: token<ForActor<FailedDeliveries>>('failed-deliveries'),
  finisher: token<TaskFinisher>('finisher'),
  keyUses: token<KeyUses>('key-uses'),
  keys: token<DataKeys>('keys'),
  legalHolds: token<LegalHolds>('legal-holds'),
  legalHoldStore: token<LegalHoldStore>('legal-hold-store'),
  log: token<Log>('log'),
  masterKey: token<ForActor<MasterKeyRotations>>('master-key'),
  looking: token<Looking>('looking'),
  packages: token<PackageSources>('packages'),
  reappearances: token<ReappearanceStore>('reappearances'),
  retention: token<Retention>('retention'),
  receipts: token<ForActor<Receipts>>('receipts'),
  receiptMaker: token<ReceiptMaker>('receipt-maker'),
  receiptParts: token<readonly ReceiptPart[]>('receipt-parts'),
  receiptStore: token<ReceiptStore>('receipt-store'),
  reminders: token<Reminders>('reminders'),
  recorder: token<RequestRecorder>('recorder'),
  pulse: token<Pulse>('pulse'),
  requests: token<ForActor<Requests>>('requests'),
  requestRunner: token<RequestRunner>('request-runner'),
  requestStore: token<RequestStore>('request-store'),
  searches: token<OpenSearches>('searches'),
  sideWork: token<SideWork>('side-work'),
  sessions: token<StoredSessions>('sessions'),
  signing: token<SigningKeys>('signing'),
  tallies: token<Tallies>('tallies'),
  taskStores: token<TaskStores>('task-stores'),
  tracing: token<Tracing>('tracing'),
  forecasts: token<Forecasts>('forecasts'),
  views: token<RequestViews>('views'),
  taskViews: token<TaskViews>('taskViews'),
  watching: token<BeginWatching>('watching'),
  webhooks: token<readonly Webhook[]>('webhooks'),
  worker: token<Worker>('worker'),
};
