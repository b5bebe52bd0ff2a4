import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} DocumentedConnector All that the documents of a connector are made from.
 * @property {object} packageJson Its package.json.
 * @property {import('@privacy-connectors/core').Manifest} manifest
 * @property {string | undefined} notes The text of its docs/notes.md.
 * @property {import('@privacy-connectors/core/http').PipelineLimits} pipelineLimits How its calls are retried.
 * @property {number} share Part of the vendor's limits that is used.
 */

/**
 * Loads the built package.
 * @returns {Promise<DocumentedConnector>}
 * @throws Error when the package is no connector.
 */
export async function loadConnector({ folder, packageJson }) {
  // Not by a static import, which would be there before core is built.
  const { isConnector } = await import('@privacy-connectors/core');
  const { defaultLimits } = await import('@privacy-connectors/core/http');
  const { defaultShare } = await import('@privacy-connectors/core/rate-limit');
  const { connector } = await importPackage(folder, packageJson.name);
  if (!isConnector(connector)) {
    throw new Error(
      `${packageJson.name} is no connector: it must export \`connector\`, made with defineConnector.`,
    );
  }
  return {
    packageJson,
    manifest: connector.manifest,
    notes: await notesOf(folder),
    pipelineLimits: defaultLimits,
    share: defaultShare,
  };
}

/** Loads several, one after the other: the module loader of jest cannot link two that share modules at once. */
export async function loadConnectors(packages) {
  const connectors = [];
  for (const each of packages) connectors.push(await loadConnector(each));
  return connectors;
}

/** A package may import itself by name, so that it need not be installed anywhere. */
function importPackage(folder, name) {
  const file = createRequire(join(folder, 'package.json')).resolve(name);
  return import(pathToFileURL(file).href);
}

async function notesOf(folder) {
  const file = join(folder, 'docs/notes.md');
  return existsSync(file) ? await readFile(file, 'utf8') : undefined;
}
