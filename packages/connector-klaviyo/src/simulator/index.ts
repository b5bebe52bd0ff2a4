export { type RateClassName } from './limits/rate-classes.js';
export { type JobTiming, type KlaviyoSimulatorOptions, type SubjectOptions } from './options.js';
export { type PrivateKeys } from './private-keys.js';
export { startKlaviyoSimulator, type KlaviyoSimulator } from './start-klaviyo-simulator.js';
export { type ExpectedRecords, type KlaviyoWorld } from './world/klaviyo-world.js';
export { type StoredProfile } from './world/stored-profile.js';
export { type Suppression } from './world/suppressions.js';
