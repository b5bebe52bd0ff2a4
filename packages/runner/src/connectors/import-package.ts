import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageNamePattern } from '../config/package-name.js';
import { ConfigurationError } from '../errors/runner-error.js';

/**
 * Imports an npm package as seen from the current directory, and otherwise as seen from the runner: connectors of the
 * user's own project come first, those that the runner was installed with serve as the default. A package must be
 * reachable by the `default` (or `require`) condition of its `exports`.
 * @throws ConfigurationError that names the package and what to do.
 */
export async function importPackage(name: string): Promise<unknown> {
  if (!packageNamePattern.test(name)) {
    throw new ConfigurationError(
      `"${name}" is not the name of an npm package: correct "connectors" in config.json.`,
    );
  }
  const file = resolveFrom(join(process.cwd(), 'config.json'), name) ?? resolveFrom(import.meta.url, name);
  if (file === undefined) {
    throw new ConfigurationError(
      `The connector package ${name} is not installed or not built: run \`npm install ${name}\`, or remove it from "connectors" in config.json.`,
    );
  }
  return await importFile(name, file);
}

/** `import.meta.resolve` knows no other starting point than this file without a flag of Node. */
function resolveFrom(start: string, name: string): string | undefined {
  try {
    return createRequire(start).resolve(name);
  } catch {
    return undefined;
  }
}

async function importFile(name: string, file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    throw new ConfigurationError(
      `The connector package ${name} fails while it is loaded: run \`npm install ${name}\` again, or remove it from "connectors" in config.json.`,
      { cause },
    );
  }
}
