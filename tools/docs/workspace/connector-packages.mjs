import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The connector packages of a workspace, by name of their folder: those that have `privacyConnector` in their
 * package.json, or the tag `layer:connector`.
 * @param {string} root The workspace's folder.
 * @returns {Promise<{ folder: string, packageJson: object }[]>}
 */
export async function connectorPackages(root) {
  const names = (await readdir(join(root, 'packages'))).sort();
  const folders = names.map((name) => join(root, 'packages', name));
  const packages = folders.filter((folder) => existsSync(join(folder, 'package.json'))).map(read);
  return (await Promise.all(packages)).filter(({ packageJson }) => isConnectorPackage(packageJson));
}

async function read(folder) {
  return { folder, packageJson: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) };
}

function isConnectorPackage({ privacyConnector, nx }) {
  return privacyConnector !== undefined || (nx?.tags ?? []).includes('layer:connector');
}
