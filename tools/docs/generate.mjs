/**
 * Usage: node tools/docs/generate.mjs <output folder> [<connector package>]
 *
 * Builds the connectors of the workspace and writes a page per connector, and a catalogue of all of them; or builds the named
 * one, e.g. `packages/connector-drift`, and writes its page alone. The same manifests always give the same bytes.
 */
import '../scripts/support/require-node.mjs';
import { join, relative } from 'node:path';
import { build } from '../scripts/support/build.mjs';
import { runMain } from '../scripts/support/main.mjs';
import { root } from '../scripts/support/workspace.mjs';
import { documents } from './documents.mjs';
import { connectorPackages } from './workspace/connector-packages.mjs';
import { loadConnectors } from './workspace/load-connector.mjs';
import { writeDocuments, writePage } from './write-documents.mjs';

await runMain(async () => {
  const [output, only] = process.argv.slice(2);
  if (output === undefined) {
    throw new Error('Name the output folder: generate.mjs <output folder> [<connector package>].');
  }
  const packages = await packagesOf(only);
  await build(packages.map(({ folder }) => relative(root, join(folder, 'tsconfig.lib.json'))));
  const connectors = await loadConnectors(packages);
  const files = await documents(connectors);
  if (only === undefined) await writeDocuments(files, output);
  else await writePage(files, connectors[0].manifest.id, output);
  return 0;
});

async function packagesOf(only) {
  const packages = await connectorPackages(root);
  if (only === undefined) return packages;
  const named = packages.filter(({ folder }) => relative(root, folder) === only);
  if (named.length === 0) throw new Error(`There is no connector in ${only}.`);
  return named;
}
