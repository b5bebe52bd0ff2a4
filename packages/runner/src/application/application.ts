import type { Actor } from '../access/actor.js';
import type { ServiceSection } from '../config/service-section.js';
import type { Log } from '../logging/log.js';
import type { AuthorizationCallbacks } from './authorizations.js';
import type { ConnectorCatalogue } from './connector-catalogue.js';
import type { Events } from './events.js';
import type { Authentication } from './keys.js';
import type { MasterKeyRotations } from './master-key-rotations.js';
import type { Monitoring } from './monitoring.js';
import type { LocalServices } from './services.js';
import type { Worker } from './worker.js';

/** Everything the faces (command line, HTTP) may use. On its own it acts for the person at the host. */
export interface Application extends LocalServices {
  readonly connectors: ConnectorCatalogue;
  readonly authentication: Authentication;
  readonly authorizationCallbacks: AuthorizationCallbacks;
  readonly monitoring: Monitoring;
  readonly masterKey: MasterKeyRotations;
  /** Whether data keys lie in the database whole, so that its backups can open what is destroyed. */
  readonly keysAreWhole: boolean;
  /** How the service is configured. */
  readonly service: ServiceSection;
  /** For processes that run on their own; commands talk to a person instead. */
  readonly log: Log;
  /** The same for another actor. */
  as(actor: Actor): LocalServices;
  readonly events: Events;
  readonly worker: Worker;
  /** Releases the database and stops the embedded server when nobody else uses it. */
  close(): Promise<void>;
}
