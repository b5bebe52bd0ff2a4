export type { Actor } from './access/actor.js';
export type { Role } from './access/role.js';
export type {
  Application,
  Authentication,
  AuthorizationCallbacks,
  AuthorizationEnd,
  Authorizations,
  ConnectorCatalogue,
  Connections,
  Events,
  Extension,
  IssuedApiKey,
  Keys,
  NewApiKey,
  NewAuthorization,
  NewConnection,
  NewCredentials,
  NewRequest,
  RequestFilter,
  Requests,
  Services,
  StartedAuthorization,
} from './application/application.js';
export type {
  ApiKeyView,
  AuthorizationStatus,
  AuthorizationView,
  ConnectionTestView,
  ConnectionView,
  ExtensionView,
  IdentifierView,
  OutcomeView,
  PlanView,
  ProgressView,
  RequestStatus,
  RequestType,
  RequestView,
  TaskStatus,
  TaskView,
  WidenedKind,
} from './application/views.js';
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
