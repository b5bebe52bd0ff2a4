import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolders, root } from '../scripts/support/workspace.mjs';

/**
 * @typedef {object} PublicPackage A package that is published.
 * @property {string} folder Relative to the root, e.g. `packages/core`.
 * @property {object} packageJson
 */

/** @returns {PublicPackage[]} The packages of the workspace that are not private, in the order of their folders. */
export function publicPackages() {
  return projectFolders()
    .map((folder) => ({ folder, packageJson: readJson(join(root, folder, 'package.json')) }))
    .filter(({ packageJson }) => packageJson.private !== true);
}

/** The package.json of the workspace itself, whose license and repository are those of all packages. */
export function workspacePackageJson() {
  return readJson(join(root, 'package.json'));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
