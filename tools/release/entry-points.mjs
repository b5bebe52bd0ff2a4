import { join } from 'node:path';
import { root } from '../scripts/support/workspace.mjs';

/**
 * @typedef {object} EntryPoint What can be imported from a package under one name.
 * @property {string} project The folder of the package, absolute.
 * @property {string} types The declarations of the entry point, absolute.
 * @property {string} report Name of the file its API is recorded in.
 */

/**
 * The entry points of a package, one for each of its `exports`.
 *
 * @param {import('./public-packages.mjs').PublicPackage} package
 * @returns {EntryPoint[]}
 */
export function entryPoints({ folder, packageJson }) {
  const project = join(root, folder);
  return Object.entries(packageJson.exports).map(([path, { types }]) => ({
    project,
    types: join(project, types),
    report: `${path === '.' ? 'index' : path.slice('./'.length).replaceAll('/', '-')}.api.md`,
  }));
}
