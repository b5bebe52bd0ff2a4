import { runNode } from '../scripts/support/run-node.mjs';
import { programs } from '../scripts/support/workspace.mjs';

const unwanted = /\.spec\.|\.tsbuildinfo$|^(?:test|out-tsc|coverage)\//;
const wanted = ['LICENSE', 'README.md'];

/**
 * What is wrong with a tarball as npm users would get it: its files, its package.json (publint), and its types as
 * TypeScript resolves them (attw). A text each, for a person to read.
 *
 * @param {import('./pack-packages.mjs').PackedPackage} packed
 * @returns {Promise<string[]>}
 */
export async function tarballProblems({ tarball, files }) {
  const publint = await complaint([programs.publint, 'run', tarball, '--strict']);
  // Node 20 loads ES modules from CommonJS, and types for older ways of resolution do not exist.
  const attw = await complaint([programs.attw, tarball, '--profile', 'esm-only', '--no-color']);
  return [...missing(files), ...superfluous(files), ...publint, ...attw];
}

function missing(files) {
  return wanted.filter((name) => !files.includes(name)).map((name) => `${name} is missing.`);
}

function superfluous(files) {
  return files.filter((file) => unwanted.test(file)).map((file) => `${file} should not be published.`);
}

async function complaint(args) {
  const { code, output } = await runNode(args, { show: 'nothing' });
  return code === 0 ? [] : [output.trim()];
}
