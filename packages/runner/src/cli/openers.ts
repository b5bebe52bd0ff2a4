import type { Application, ConnectorManifests, OpenedServices } from '../application/application.js';

/** Ways to what the commands work on. Nothing is opened before a command needs it. */
export interface Openers {
  /** The application of this host, for commands that make sense there only. */
  readonly openApplication: (environment: NodeJS.ProcessEnv) => Promise<Application>;
  readonly openServices: (environment: NodeJS.ProcessEnv) => Promise<OpenedServices>;
  /** What the connectors say about themselves; needs no database. */
  readonly openManifests: (environment: NodeJS.ProcessEnv) => Promise<ConnectorManifests>;
}

/** Loads the composition on first use, so that help and usage errors are instant and touch nothing. */
export const lazyOpeners: Openers = {
  openApplication: openHere,
  openServices: openHere,
  openManifests: async (environment) => {
    const { openManifests } = await import('../composition/open-manifests.js');
    return openManifests(environment);
  },
};

async function openHere(environment: NodeJS.ProcessEnv): Promise<Application> {
  const { openApplication } = await import('../composition/open-application.js');
  return openApplication(environment);
}
