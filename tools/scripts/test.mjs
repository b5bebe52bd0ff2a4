/**
 * Usage: npm test
 *
 * Installs what is missing, builds, runs all tests, and ends with the line `N passed, N failed`. Needs Node and npm only.
 */
import './support/require-node.mjs';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './support/build.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { nxEnvironment } from './support/nx.mjs';
import { folderVariable } from './support/result-reporter.mjs';
import { runNode } from './support/run-node.mjs';
import { countTests, countsLine } from './support/test-counts.mjs';
import { programs, projectFolders, root } from './support/workspace.mjs';

const reporter = fileURLToPath(new URL('./support/result-reporter.mjs', import.meta.url));

await runMain(async () => {
  try {
    await ensureInstalled();
    await build();
    return await test();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return report({ passed: 0, failed: 1 });
  }
});

async function test() {
  const results = await mkdtemp(join(tmpdir(), 'test-results-'));
  try {
    const code = await runTests(results);
    return report(countTests(results, testedProjects()), code);
  } finally {
    await rm(results, { recursive: true });
  }
}

/** Everything is built already, so nx only runs the tests: two projects at a time, as jest alone leaves a processor idle. */
async function runTests(results) {
  const jest = ['--reporters=default', `--reporters=${reporter}`];
  const nx = [
    'run-many',
    '--target=test',
    '--parallel=2',
    '--excludeTaskDependencies',
    '--outputStyle=static',
  ];
  const env = { ...nxEnvironment(), [folderVariable]: results };
  return (await runNode([programs.nx, ...nx, ...jest], { env })).code;
}

function testedProjects() {
  const folders = projectFolders().filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')));
  return folders.map((folder) => basename(folder));
}

/** A run that failed although no test did (a process left open, say) is a failure too. */
function report(counts, code = 1) {
  const failed = counts.failed === 0 && code !== 0 ? 1 : counts.failed;
  process.stdout.write(`${countsLine({ ...counts, failed })}\n`);
  return failed === 0 ? 0 : 1;
}
