import type { Application } from '../application/application.js';
import type { ConnectorManifests } from '../application/connector-catalogue.js';
import type { OpenedServices } from '../application/services.js';
import { InputError } from '../errors/runner-error.js';

/** Ways to what the commands work on. Nothing is opened before a command needs it. */
export interface Openers {
  /** The application of this host. @throws InputError when `DSR_URL` says that the work is done elsewhere. */
  readonly openApplication: (environment: NodeJS.ProcessEnv) => Promise<Application>;
  /** The services of this host, or those of the service at `DSR_URL`. */
  readonly openServices: (environment: NodeJS.ProcessEnv) => Promise<OpenedServices>;
  /** What the connectors say about themselves, here or at the service. */
  readonly openManifests: (environment: NodeJS.ProcessEnv) => Promise<ConnectorManifests>;
}

/** Loads the composition on first use, so that help and usage errors are instant and touch nothing. */
export const lazyOpeners: Openers = {
  openApplication: (environment) => {
    if (isElsewhere(environment)) return Promise.reject(new InputError(onTheHost));
    return openHere(environment);
  },
  openServices: async (environment) => {
    if (!isElsewhere(environment)) return openHere(environment);
    const { openRemoteServices } = await import('../remote/open-remote-services.js');
    return openRemoteServices(environment);
  },
  openManifests: async (environment) => {
    if (isElsewhere(environment)) {
      const { openRemoteManifests } = await import('../remote/open-remote-services.js');
      return openRemoteManifests(environment);
    }
    const { openManifests } = await import('../composition/open-manifests.js');
    return openManifests(environment);
  },
};

const onTheHost =
  'This command works on the host of the service only, and DSR_URL is set: run it there, without DSR_URL.';

function isElsewhere(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['DSR_URL']);
}

async function openHere(environment: NodeJS.ProcessEnv): Promise<Application> {
  const { openApplication } = await import('../composition/open-application.js');
  return openApplication(environment);
}
