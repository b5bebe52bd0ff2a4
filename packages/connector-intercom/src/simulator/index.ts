export { type IntercomSimulatorOptions, type SubjectOptions } from './options.js';
export { startIntercomSimulator, type IntercomSimulator } from './start-intercom-simulator.js';
export { type ExpectedRecords, type IntercomWorld } from './world/intercom-world.js';
export {
  type StoredContact,
  type StoredConversation,
  type StoredPart,
  type StoredTicket,
} from './world/stored.js';
