import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moduleResolve } from 'import-meta-resolve';
import type { Configuration } from '../config/configuration.js';
import { packageNamePattern } from '../config/package-name.js';
import { ConfigurationError } from '../errors/runner-error.js';

/** Where the configuration lies, absolute; `homeIsChosen`: by a person, not by the current directory. */
export type DataFolder = Pick<Configuration, 'home' | 'homeIsChosen'>;

/**
 * Imports an npm package as `import` finds it from the data folder, if somebody chose that, and otherwise as seen from the
 * runner. The current directory comes last, so that the same command runs the same code wherever it is started.
 * @throws ConfigurationError that names the package and what to do.
 */
export async function importPackage(name: string, home: DataFolder): Promise<unknown> {
  if (!packageNamePattern.test(name)) {
    throw new ConfigurationError(
      `"${name}" is not the name of an npm package: correct "connectors" in config.json.`,
    );
  }
  const own = inFolder(home.home);
  const places = home.homeIsChosen ? [own, import.meta.url] : [import.meta.url, own];
  const url = [...places, inFolder(process.cwd())]
    .map((place) => resolveFrom(place, name))
    .find((found) => found !== undefined);
  if (url === undefined) {
    throw new ConfigurationError(
      `The connector package ${name} is not installed or not built: run \`npm install ${name}\` in the folder around the data folder or where dsr is installed, or remove it from "connectors" in config.json.`,
    );
  }
  return await importModule(name, url);
}

/** A module that would lie in the folder. */
function inFolder(folder: string): string {
  return pathToFileURL(join(folder, 'config.json')).href;
}

/** `import.meta.resolve` knows no other starting point than this file without a flag of Node. */
function resolveFrom(start: string, name: string): string | undefined {
  try {
    return moduleResolve(name, new URL(start)).href;
  } catch {
    return undefined;
  }
}

async function importModule(name: string, url: string): Promise<unknown> {
  try {
    return await import(url);
  } catch (cause) {
    throw new ConfigurationError(
      `The connector package ${name} fails while it is loaded: run \`npm install ${name}\` again, or remove it from "connectors" in config.json.`,
      { cause },
    );
  }
}
