export {
  type DriftSimulatorOptions,
  type ErasureTiming,
  type SubjectOptions,
  type VendorLimits,
} from './options.js';
export { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';
export { type Attachment } from './world/attachment.js';
export { type Contact } from './world/contact.js';
export { type Conversation } from './world/conversation.js';
export { type DriftWorld, type ExpectedRecords } from './world/drift-world.js';
export { type Erasure } from './world/erasures.js';
export { type Message } from './world/message.js';
export { type User } from './world/user.js';
