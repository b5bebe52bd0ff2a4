import type { Application, ConnectorCatalogue } from '../application/application.js';

/** Ways to what the commands work on. Nothing is opened before a command needs it. */
export interface Openers {
  openApplication(environment: NodeJS.ProcessEnv): Promise<Application>;
  openCatalogue(environment: NodeJS.ProcessEnv): Promise<ConnectorCatalogue>;
}

/** Loads the composition on first use, so that help and usage errors are instant and touch nothing. */
export const lazyOpeners: Openers = {
  openApplication: async (environment) => {
    const { openApplication } = await import('../composition/open-application.js');
    return openApplication(environment);
  },
  openCatalogue: async (environment) => {
    const { openCatalogue } = await import('../composition/open-catalogue.js');
    return openCatalogue(environment);
  },
};
