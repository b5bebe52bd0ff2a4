import { join } from 'node:path';
import { runNpm } from '../scripts/support/run-node.mjs';

/**
 * @typedef {object} PackedPackage What npm would upload.
 * @property {string} name
 * @property {string} tarball Absolute.
 * @property {string[]} files What is in it, relative to the package.
 */

/**
 * Packs packages as `npm publish` does, without running their scripts.
 *
 * @param {readonly string[]} folders Absolute.
 * @param {string} destination The folder for the tarballs, absolute.
 * @returns {Promise<PackedPackage[]>}
 * @throws Error when npm fails, with what it said.
 */
export async function packPackages(folders, destination) {
  const options = ['--pack-destination', destination, '--json', '--ignore-scripts', '--loglevel=error'];
  const { code, stdout, output } = await runNpm(['pack', ...folders, ...options], { show: 'nothing' });
  if (code !== 0) throw new Error(`The packages could not be packed:\n${output}`);
  return JSON.parse(stdout).map(({ name, filename, files }) => ({
    name,
    tarball: join(destination, filename),
    files: files.map(({ path }) => path),
  }));
}
