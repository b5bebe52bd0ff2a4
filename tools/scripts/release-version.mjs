/**
 * Usage: npm run release:version
 *
 * Turns the changesets into new versions and changelogs, and brings along what repeats the versions: the manifests of the
 * connectors, the lock file and the generated documents.
 */
import './support/require-node.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectorPackages } from '../docs/workspace/connector-packages.mjs';
import { manifestFile, withVersion } from '../release/manifest-version.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { runNode, runNpm } from './support/run-node.mjs';
import { programs, root } from './support/workspace.mjs';

await runMain(async () => {
  await ensureInstalled();
  await step(runNode([programs.changeset, 'version']));
  for (const { folder, packageJson } of await connectorPackages(root)) {
    const file = join(folder, manifestFile);
    await writeFile(file, withVersion(await readFile(file, 'utf8'), packageJson.version));
  }
  await step(runNpm(['install', '--no-audit', '--no-fund', '--loglevel=error']));
  await step(runNpm(['run', '--silent', 'generate']));
  return 0;
});

async function step(run) {
  const { code } = await run;
  if (code !== 0)
    throw new Error('The versions are not complete. See the message above, mend it and run this again.');
}
