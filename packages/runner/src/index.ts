export type { Actor } from './access/actor.js';
export type { Role } from './access/role.js';
export type { Application } from './application/application.js';
export type {
  AuthorizationCallbacks,
  AuthorizationEnd,
  Authorizations,
  NewAuthorization,
  StartedAuthorization,
} from './application/authorizations.js';
export type { Connections, NewConnection, NewCredentials } from './application/connections.js';
export type { ConnectorCatalogue } from './application/connector-catalogue.js';
export type { Events } from './application/events.js';
export type { Authentication, IssuedApiKey, Keys, NewApiKey } from './application/keys.js';
export type { Extension, NewRequest, RequestFilter } from './application/new-request.js';
export type { Requests } from './application/requests.js';
export type { Services } from './application/services.js';
export type { ApiKeyView } from './application/views/api-key-view.js';
export type { AuthorizationStatus, AuthorizationView } from './application/views/authorization-view.js';
export type { ConnectionTestView, ConnectionView } from './application/views/connection-view.js';
export type { ExtensionView } from './application/views/deadline-view.js';
export type { IdentifierView } from './application/views/identifier-view.js';
export type {
  RequestStatus,
  RequestType,
  RequestView,
  WidenedKind,
} from './application/views/request-view.js';
export type {
  OutcomeView,
  PlanView,
  ProgressView,
  TaskStatus,
  TaskView,
} from './application/views/task-view.js';
export { openApplication } from './composition/open-application.js';
export type { Regulation } from './deadlines/regulation.js';
export type { EventDetails, EventKind, RequestEvent } from './events/event.js';
export type { NamespacedKind, Namespaces } from './identifiers/namespaces.js';
export {
  ConfigurationError,
  ConflictError,
  DatabaseError,
  EngineError,
  ForbiddenError,
  InputError,
  NotFoundError,
  RunnerError,
  VaultError,
} from './errors/runner-error.js';
export { type ReceivedWebhook, verifyWebhook } from './webhooks/signature.js';
