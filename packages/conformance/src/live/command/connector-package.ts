import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isConnector, type Connector } from '@privacy-connectors/core';
import { membersOf } from '../../description/members.js';
import { readOpenapi } from '../../description/openapi-file.js';
import { UsageError } from './usage-error.js';

/** A connector and its vendor's API description. */
export interface ConnectorPackage {
  readonly connector: Connector;
  readonly openapi: object;
}

/**
 * Loads a package as seen from the current directory: its `connector`, and the one description in its `openapi` folder, or
 * the one named after the connector.
 * @throws UsageError when there is no such package, connector or description.
 */
export async function loadConnectorPackage(name: string): Promise<ConnectorPackage> {
  const file = resolved(name);
  const module: unknown = await import(pathToFileURL(file).href);
  const { connector } = membersOf(module);
  if (!isConnector(connector))
    throw new UsageError('The package is no connector: it does not export `connector`.');
  return { connector, openapi: await openapiIn(join(rootOf(file), 'openapi'), connector.manifest.id) };
}

function resolved(name: string): string {
  try {
    return createRequire(join(process.cwd(), 'package.json')).resolve(name);
  } catch {
    throw new UsageError(`The package ${name} is not installed or not built. Install it, or build it first.`);
  }
}

/** The folder of the nearest package.json. */
function rootOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

async function openapiIn(folder: string, id: string): Promise<object> {
  const files = await readdir(folder).catch(() => []);
  const descriptions = files.filter((file) => /\.(?:ya?ml|json)$/.test(file));
  const file =
    descriptions.length === 1 ? descriptions[0] : descriptions.find((each) => each.startsWith(`${id}.`));
  if (file === undefined) {
    throw new UsageError(`The package has no API description: put it into its folder openapi as ${id}.yaml.`);
  }
  return readOpenapi(join(folder, file));
}
