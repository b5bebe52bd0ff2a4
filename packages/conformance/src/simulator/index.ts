export { bytes, empty, json, type Answer } from './answer.js';
export { CallLog, type Call, type TokenKind } from './call-log.js';
export { type CallMatch } from './call-match.js';
export { UndescribedAnswer } from './described-answers.js';
export { faultMatrix, type Fault } from './fault.js';
export { Faults } from './faults.js';
export { Hold } from './hold.js';
export { Hooks, type HookAction } from './hooks.js';
export { LeakyBucket, type LeakyBucketOptions } from './leaky-bucket.js';
export { personAt, type Person } from './people.js';
export { createRandom, type Random } from './random.js';
export { type Route } from './route.js';
export { formOf, jsonObjectOf, type SimulatedRequest } from './simulated-request.js';
export { runSimulatorProgram, type RunningSimulator, type SimulatorProgram } from './simulator-program.js';
export { SimulatorServer, type SimulatorServerOptions } from './simulator-server.js';
export {
  TokenAuthority,
  type ClientCredentials,
  type GrantResult,
  type IssuedTokens,
  type RefreshRotation,
  type TokenAuthorityOptions,
  type TokenInformation,
} from './token-authority.js';
