export { type Check } from './check.js';
export { conformanceChecks } from './conformance-checks.js';
export { describeConformance } from './describe-conformance.js';
export { ConformanceFailure } from './failure.js';
export { printLiveReport, type LiveFinding, type LiveReport } from './live/live-report.js';
export { runLive, type LiveEnvironment } from './live/run-live.js';
export {
  type ConformanceVendor,
  type PreviousHandle,
  type RunningVendor,
  type TokenSpelling,
  type VendorAuthorization,
  type VendorOptions,
  type VendorPerson,
} from './vendor.js';
