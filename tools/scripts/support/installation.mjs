import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './run-node.mjs';
import { root } from './workspace.mjs';

/** Installs the dependencies of the lock file, unless that is what lies in node_modules already. */
export async function ensureInstalled() {
  if (isInstalled(root)) return;
  process.stdout.write('Installing the dependencies with npm ci …\n');
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    show: 'nothing',
  });
  if (code === 0) return;
  process.stderr.write(output);
  throw new Error('The dependencies could not be installed. See the message of npm above.');
}

/** Whether the packages below `folder` are those of its lock file. */
export function isInstalled(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  // npm writes down what it has put there.
  const present = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  return fits(wanted, present) && Object.keys(present).every((path) => existsSync(join(folder, path)));
}

/** Whether what is `present` serves what is `wanted`; optional packages may be missing, as they may fit other systems only. */
export function fits(wanted, present) {
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, entry]) => (present[path] ? isSame(entry, present[path]) : entry.optional === true));
}

function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity && one.link === other.link;
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}
