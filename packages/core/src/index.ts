export type { ApiKeyScheme, AuthScheme, OAuthScheme } from './contract/auth-scheme.js';
export { jsonCodec, noCursor, type Codec } from './contract/codec.js';
export {
  defineConnector,
  isConnector,
  type AnyContext,
  type AnyImplementation,
  type AnyResourceSteps,
  type Connector,
  type DeletionOf,
  type Implementation,
  type ResourceSteps,
  type TokenAnswersOf,
} from './contract/connector.js';
export { provesDead } from './contract/dead-credentials.js';
export type { Json, Jsonable } from './contract/json.js';
export type {
  Capability,
  CapabilityName,
  Disconnection,
  Manifest,
  NotCovered,
  Scope,
  SettingDescription,
} from './contract/manifest.js';
export { objectCodec, type PropertySchema } from './contract/object-codec.js';
export type { Operation, OperationUse } from './contract/operation.js';
export type {
  Blocked,
  Deleted,
  ErasureOutcome,
  Exported,
  Failed,
  NotFound,
  Outcome,
  OutcomeWord,
  Pending,
  Redacted,
  Refused,
  Retained,
  Skipped,
  Unverified,
} from './contract/outcome.js';
export type { DeletionPlanPage, PlanOptions, PlannedOperation, PlanWarning } from './contract/plan.js';
export type { ConnectionProfile, OAuthEndpoints } from './contract/profile.js';
export type {
  LeakyBucketLimit,
  RateLimit,
  RateLimitClass,
  RateLimitCondition,
  RateLimitHeaders,
  WindowLimit,
} from './contract/rate-limit.js';
export type { Author, AuthorKind, DataRecord, FileDescription, Person } from './contract/record.js';
export type { ErasureMode, LookupKind, ResourceSpecification } from './contract/resource.js';
export type { Source } from './contract/source.js';
export type {
  ConnectionCheck,
  DisconnectOutcome,
  EndingCredential,
  DeletionSteps,
  LocatedPage,
  LocatedThing,
  LocateStep,
  OpenedBinary,
  OpenStep,
  ReadPage,
  ReadStep,
  ScannedThing,
  ScanPage,
  ScanStep,
  SkippedBinary,
  StepContext,
} from './contract/steps.js';
export type { NormaliseTokenAnswer, TokenAnswer } from './contract/token-answer.js';
export {
  canonicalEmail,
  emailVariants,
  parseEmail,
  sameEmail,
  type EmailAddress,
} from './identifiers/email.js';
export {
  identifierSchema,
  type Identifier,
  type IdentifierKind,
  type Subject,
} from './identifiers/identifier.js';
export { phoneDigits, samePhone } from './identifiers/phone.js';
export { spellingsOf } from './identifiers/spellings.js';
export { sameIdentifier, shareIdentifier } from './identifiers/same-identifier.js';
export { redactHeaders } from './redaction/headers.js';
export { Sensitive } from './redaction/sensitive.js';
export type { JsonSchema } from './validation/schema.js';
