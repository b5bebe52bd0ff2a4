import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the workspace, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The file that a tool's package runs, to be started with this very Node. */
export const programs = {
  attw: join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
  changeset: join(root, 'node_modules/@changesets/cli/bin.js'),
  dsr: join(root, 'packages/runner/bin/dsr.js'),
  eslint: join(root, 'node_modules/eslint/bin/eslint.js'),
  nx: join(root, 'node_modules/nx/dist/bin/nx.js'),
  prettier: join(root, 'node_modules/prettier/bin/prettier.cjs'),
  publint: join(root, 'node_modules/publint/src/cli.js'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
};

/** The program of a connector's simulator. */
export function simulatorOf(connector) {
  return join(root, `packages/connector-${connector}/dist/simulator/main.js`);
}

/** The folders of the workspace's projects, relative to the root. */
export function projectFolders() {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  return [...packages, 'tools'].filter((folder) => existsSync(join(root, folder, 'package.json')));
}
