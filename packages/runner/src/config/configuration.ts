import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Sensitive } from '@privacy-connectors/core';
import { ConfigurationError } from '../errors/runner-error.js';
import type { Regulation } from '../deadlines/regulation.js';
import type { KmsPlaces } from '../vault/aws-kms/kms-place.js';
import type { MasterKey } from '../vault/master-key.js';
import {
  type Approval,
  type ConfigurationFile,
  readConfigurationFile,
  toConfigurationFile,
} from './configuration-file.js';
import { applyEnvironment, sourceOf } from './environment-overrides.js';
import { givenDatabaseOwnerUrl, givenDatabaseUrl, givenMasterKey } from './installation-secrets.js';
import type { LogSection } from './log-section.js';
import { problemsOf } from './problems.js';
import type { ReappearanceSection } from './reappearance-section.js';
import type { RedactionSection } from './redaction-section.js';
import { resolveHome, type Environment } from './resolve-home.js';
import type { RetentionSection } from './retention-section.js';
import { SecretReader } from './secret-reader.js';
import type { ServiceSection } from './service-section.js';
import type { TracingSection } from './tracing-section.js';
import { type WebhookEndpoint, webhookEndpoints } from './webhook-endpoint.js';

/** What an installation is configured to be. */
export interface Configuration {
  /** The data folder, absolute. */
  readonly home: string;
  /** Whether somebody chose the data folder, or it merely came with the current directory. */
  readonly homeIsChosen: boolean;
  /** An own PostgreSQL; without it the embedded one in the data folder is used. */
  readonly databaseUrl?: Sensitive<string>;
  /** The same for the role that owns the schema; only together with the former. */
  readonly databaseOwnerUrl?: Sensitive<string>;
  /** The master key, when the environment gives it; otherwise it is in the data folder. */
  readonly masterKey?: MasterKey;
  /** The key that takes its place, when the environment gives it. */
  readonly nextMasterKey?: MasterKey;
  /** Master keys at a key management service. */
  readonly kms: KmsPlaces;
  /** npm packages of the connectors that may be used. */
  readonly connectors: readonly string[];
  readonly service: ServiceSection;
  /** Hosts, as in `URL.hostname`, that connections and webhooks may be pointed at although nobody else declares them. */
  readonly allowedHosts: readonly string[];
  readonly approval: Approval;
  /** The law that a request is under unless it names another. */
  readonly regulation: Regulation;
  readonly webhooks: readonly WebhookEndpoint[];
  readonly redaction: RedactionSection;
  readonly retention: RetentionSection;
  readonly reappearance: ReappearanceSection;
  readonly log: LogSection;
  readonly tracing: TracingSection;
}

/**
 * Reads and checks `config.json` in the data folder, the environment variables that override its fields, and the secrets
 * that come with them.
 * @throws ConfigurationError that lists every problem, without the values.
 */
export function loadConfiguration(environment: Environment): Configuration {
  const home = resolveHome(environment);
  const path = join(home, 'config.json');
  const file = toConfigurationFile(applyEnvironment(readConfigurationFile(path), environment));
  const problems = problemsOf(file);
  const secrets = new SecretReader(environment);
  const configuration = {
    ...fieldsOf(file),
    home,
    homeIsChosen: Boolean(environment['DSR_HOME']) || existsSync(path),
    ...installationSecrets(secrets),
    webhooks: problems.some(({ field }) => field.startsWith('webhooks'))
      ? []
      : webhookEndpoints(file.webhooks, home, secrets),
  };
  const told = problems.map(({ field, message }) => `${sourceOf(field, environment)}: ${message}`);
  refuseProblems([...told, ...secrets.problems]);
  return configuration;
}

function fieldsOf(file: ConfigurationFile): Omit<ConfigurationFile, 'webhooks'> {
  const { connectors, service, allowedHosts, approval, regulation } = file;
  const { redaction, retention, reappearance, log, tracing, kms } = file;
  const people = { redaction, retention, reappearance };
  const places = { log, tracing, kms };
  return { connectors, service, allowedHosts, approval, regulation, ...people, ...places };
}

type InstallationSecrets = Pick<
  Configuration,
  'databaseUrl' | 'databaseOwnerUrl' | 'masterKey' | 'nextMasterKey'
>;

function installationSecrets(secrets: SecretReader): InstallationSecrets {
  const databaseUrl = givenDatabaseUrl(secrets);
  const databaseOwnerUrl = givenDatabaseOwnerUrl(secrets);
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined) {
    secrets.refuse('environment: DATABASE_OWNER_URL goes with DATABASE_URL, which is not set');
  }
  const masterKey = givenMasterKey(secrets, 'DSR_MASTER_KEY');
  const nextMasterKey = givenMasterKey(secrets, 'DSR_MASTER_KEY_NEXT');
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(databaseOwnerUrl === undefined ? {} : { databaseOwnerUrl }),
    ...(masterKey === undefined ? {} : { masterKey }),
    ...(nextMasterKey === undefined ? {} : { nextMasterKey }),
  };
}

function refuseProblems(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new ConfigurationError(`The configuration is wrong:\n- ${problems.join('\n- ')}`);
}
