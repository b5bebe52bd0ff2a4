import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { root } from '../../scripts/support/workspace.mjs';

const scope = '@privacy-connectors';
const files = [
  '.prettierignore',
  '.prettierrc.json',
  'LICENSE',
  'jest.preset.mjs',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.check.json',
  'tsconfig.json',
  'packages/connector-drift/package.json',
  'packages/conformance',
  'packages/core',
  'tools/docs',
  'tools/generators',
  'tools/generators.json',
  'tools/package.json',
  'tools/plugin',
  'tools/scripts',
];

/** A workspace with what a new connector needs, in a folder of its own; the installed packages are those of this one. */
export function copyWorkspace() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));
  for (const file of files) {
    cpSync(join(root, file), join(folder, file), {
      recursive: true,
      preserveTimestamps: true,
      filter: (source) => !source.includes(`${sep}node_modules`),
    });
  }
  linkModules(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Links each installed package, and those of the workspace to their copies. */
function linkModules(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, scope), { recursive: true });
  const installed = readdirSync(join(root, 'node_modules')).filter(
    (name) => name !== scope && name !== '.cache',
  );
  for (const name of installed) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of ['core', 'conformance']) {
    symlinkSync(join(folder, 'packages', name), join(modules, scope, name));
    const own = join('packages', name, 'node_modules');
    if (existsSync(join(root, own))) symlinkSync(join(root, own), join(folder, own));
  }
  symlinkSync(join(folder, 'tools'), join(modules, scope, 'tools'));
}
