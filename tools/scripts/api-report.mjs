/**
 * Usage: npm run api:check, or npm run api:update
 *
 * Compares what every public package exports with the reports in its `api-report` folder, and names those that differ;
 * with `--update` it writes them anew.
 */
import './support/require-node.mjs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryPoints } from '../release/entry-points.mjs';
import { publicPackages } from '../release/public-packages.mjs';
import { build } from './support/build.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

await runMain(async () => {
  const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
  await ensureInstalled();
  await build();
  const packages = reportedPackages();
  return values.update ? update(packages) : check(packages);
});

/** The public packages, each with its entry points and the folder of its reports. */
function reportedPackages() {
  return publicPackages().map((found) => ({
    entryPoints: entryPoints(found),
    reports: join(found.folder, 'api-report'),
  }));
}

async function update(packages) {
  // Loaded only now: API Extractor may have been installed a moment ago.
  const { writeApiReports } = await import('../release/api-report.mjs');
  for (const { entryPoints, reports } of packages) {
    await rm(join(root, reports), { recursive: true, force: true });
    await writeApiReports(entryPoints, join(root, reports));
  }
  return 0;
}

async function check(packages) {
  const { apiChanges } = await import('../release/api-changes.mjs');
  const changed = [];
  for (const { entryPoints, reports } of packages) {
    const files = await apiChanges(entryPoints, join(root, reports));
    changed.push(...files.map((file) => join(reports, file)));
  }
  if (changed.length === 0) return 0;
  const list = changed.map((file) => `- ${file}\n`).join('');
  process.stderr.write(
    `The public API is not the one of these reports. Run \`npm run api:update\`, and review what changes in them:\n${list}`,
  );
  return 1;
}
