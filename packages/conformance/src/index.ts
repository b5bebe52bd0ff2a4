export {
  type Cassette,
  type RecordedAnswer,
  type RecordedExchange,
  type RecordedRequest,
} from './cassettes/cassette.js';
export { CassetteRefused, readCassette, writeCassette } from './cassettes/cassette-file.js';
export { DriftCheck, type DriftReport, type UndeclaredField } from './cassettes/drift/drift-check.js';
export { Player, type PlayerOptions } from './cassettes/player.js';
export { Pseudonyms } from './cassettes/pseudonyms/pseudonyms.js';
export { Recorder, type RecorderOptions } from './cassettes/recorder.js';
export { type KnownValues } from './cassettes/scanning/known-values.js';
export { scanCassette, type CassetteFinding } from './cassettes/scanning/scan-cassette.js';
export { type Suspicion } from './cassettes/scanning/suspicions.js';
export { type Check } from './check.js';
export { conformanceChecks } from './conformance-checks.js';
export { describeConformance } from './describe-conformance.js';
export { type AnswerMismatch } from './description/answer-comparison.js';
export { readOpenapi } from './description/openapi-file.js';
export { type MessageBody } from './description/message-body.js';
export { ConformanceFailure } from './failure.js';
export { type Around, type LiveConnection } from './live/live-process.js';
export { printLiveReport, type LiveFinding, type LiveReport } from './live/live-report.js';
export { readLive, type LiveRecord } from './live/read-live.js';
export { runLive, type LiveEnvironment, type LiveOptions } from './live/run-live.js';
export {
  type ConformanceVendor,
  type PreviousHandle,
  type RunningVendor,
  type TokenSpelling,
  type VendorAuthorization,
  type VendorOptions,
  type VendorPerson,
  type VendorSettings,
} from './vendor.js';
