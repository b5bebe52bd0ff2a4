import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import { ConfigurationError } from '../errors/runner-error.js';
import { type ConfigurationFile, readConfigurationFile } from './configuration-file.js';
import { EnvironmentSettings } from './environment-settings.js';
import { problemsOf } from './problems.js';
import { resolveHome, type Environment } from './resolve-home.js';

/** What an installation is configured to be. */
export interface Configuration {
  /** The data folder, absolute. */
  readonly home: string;
  /** Whether somebody chose the data folder, or it merely came with the current directory. */
  readonly homeIsChosen: boolean;
  /** An own PostgreSQL; without it the embedded one in the data folder is used. */
  readonly databaseUrl?: Sensitive<string>;
  /** npm packages of the connectors that may be used. */
  readonly connectors: readonly string[];
}

/**
 * Reads and checks `DSR_HOME`, `DATABASE_URL` and `config.json` in the data folder.
 * @throws ConfigurationError that lists every problem.
 */
export function loadConfiguration(environment: Environment): Configuration {
  const home = resolveHome(environment);
  const settings = new EnvironmentSettings(environment);
  const path = join(home, 'config.json');
  const file = readConfigurationFile(path);
  refuseProblems(settings, file);
  const url = settings.DATABASE_URL;
  return {
    home,
    homeIsChosen: Boolean(environment['DSR_HOME']) || existsSync(path),
    connectors: file.connectors,
    ...(url === undefined ? {} : { databaseUrl: new Sensitive(url) }),
  };
}

function refuseProblems(settings: EnvironmentSettings, file: ConfigurationFile): void {
  const problems = [
    ...problemsOf(settings).map((problem) => `environment: ${problem}`),
    ...problemsOf(file).map((problem) => `config.json: ${problem}`),
  ];
  if (problems.length > 0)
    throw new ConfigurationError(`The configuration is wrong:\n- ${problems.join('\n- ')}`);
}
