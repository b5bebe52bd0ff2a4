/**
 * Usage: node tools/docs/generate.mjs <output folder>
 *
 * Builds the connectors of the workspace and writes a page per connector, and a catalogue of all of them. The same
 * manifests always give the same bytes.
 */
import '../scripts/support/require-node.mjs';
import { join, relative } from 'node:path';
import { build } from '../scripts/support/build.mjs';
import { runMain } from '../scripts/support/main.mjs';
import { root } from '../scripts/support/workspace.mjs';
import { documents } from './documents.mjs';
import { connectorPackages } from './workspace/connector-packages.mjs';
import { loadConnector } from './workspace/load-connector.mjs';
import { writeDocuments } from './write-documents.mjs';

await runMain(async () => {
  const [output] = process.argv.slice(2);
  if (output === undefined) throw new Error('Name the output folder: generate.mjs <output folder>.');
  const packages = await connectorPackages(root);
  await build(packages.map(({ folder }) => relative(root, join(folder, 'tsconfig.lib.json'))));
  await writeDocuments(await documents(await Promise.all(packages.map(loadConnector))), output);
  return 0;
});
