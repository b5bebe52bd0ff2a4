/**
 * Ends the process with a clear sentence when Node is too old. Import it first: the modules after it may then use what
 * that Node offers. It must itself run on any Node that knows modules.
 */
import { readFileSync } from 'node:fs';
import { isOldNode } from './node-version.mjs';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const required = manifest.engines.node.replace('>=', '');

if (isOldNode(process.versions.node, required)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: install Node ${required} or later, see https://nodejs.org.\n`,
  );
  process.exit(1);
}
