import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { installedPackages } from './installed-packages.js';
import { OutsideProject } from './outside-project.js';
import { packedPackage } from './packed-package.js';
import { startRegistry, type Registry } from './registry.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const source = fileURLToPath(new URL('../kites', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The version of core that the connector was built with, another than the runner's. */
export const olderCore = '0.0.9';

/** Starts a registry with core, the client, the runner and what they need. @param into A folder for the packages. */
export async function publishWorkspace(into: string): Promise<Registry> {
  const [core, client, runner] = await Promise.all([
    packedPackage(`${root}packages/core`, into),
    packedPackage(`${root}packages/client`, into),
    packedPackage(`${root}packages/runner`, into),
  ]);
  const older = { ...core, version: olderCore };
  return startRegistry([core, older, client, runner, ...installedPackages(root)]);
}

/** Does what the author of a connector does elsewhere: installs core, compiles against it, packs and publishes. */
export async function publishKites(registry: Registry, into: string): Promise<void> {
  const author = new OutsideProject(registry.url);
  try {
    cpSync(source, author.folder, { recursive: true });
    await author.install();
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
      cwd: author.folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    registry.publish(await packedPackage(author.folder, into));
  } finally {
    author.remove();
  }
}
