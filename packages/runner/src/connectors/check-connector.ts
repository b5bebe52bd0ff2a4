import { isDeepStrictEqual } from 'node:util';
import { isConnector, type Connector } from '@privacy-connectors/core';
import { ConfigurationError } from '../errors/runner-error.js';
import { wrongFields } from './manifest-shape.js';

const contract = 1;

/** The connector that a package exports. @throws ConfigurationError that names the package when it is none that can be run. */
export function checkConnector(packageName: string, module: unknown): Connector {
  const connector = namedExport(module);
  if (!isConnector(connector)) {
    throw new ConfigurationError(
      `The package ${packageName} is no connector: it must export \`connector\`, made with defineConnector. Remove it from "connectors" in config.json.`,
    );
  }
  refuseOtherContract(packageName, connector);
  refuseWrongManifest(packageName, connector.manifest);
  refuseMissingSteps(packageName, connector);
  return connector;
}

function namedExport(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'connector' in module
    ? module.connector
    : undefined;
}

function refuseOtherContract(packageName: string, { manifest }: Connector): void {
  const version: unknown = manifest.contract;
  if (version === contract) return;
  const made = typeof version === 'number' ? `contract version ${version}` : 'another contract version';
  throw new ConfigurationError(
    `The connector package ${packageName} was made for ${made}, and this runner has version ${contract}: install versions of the two that fit.`,
  );
}

function refuseWrongManifest(packageName: string, manifest: object): void {
  const wrong = isJsonSafe(manifest) ? wrongFields(manifest) : ['not plain JSON'];
  if (wrong.length === 0) return;
  throw new ConfigurationError(
    `The manifest of the connector package ${packageName} is wrong (${wrong.join(', ')}): update the package or tell its author.`,
  );
}

function isJsonSafe(value: object): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}

function refuseMissingSteps(packageName: string, { manifest, implementation }: Connector): void {
  const missing = Object.keys(manifest.resources).filter((name) => !(name in implementation.resources));
  if (missing.length === 0) return;
  throw new ConfigurationError(
    `The connector package ${packageName} has no code for ${missing.join(', ')}: update the package or tell its author.`,
  );
}
