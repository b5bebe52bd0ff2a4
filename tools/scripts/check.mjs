/**
 * Usage: npm run check [-- --summary <file>]
 *
 * Runs every check, whatever became of the one before, prints a table of them, and ends with the line of the tests,
 * `N passed, N failed`. `--summary` writes `<passed> <failed>` to a file, where each other check that failed counts, too.
 */
import './support/require-node.mjs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { runNode, runNpm } from './support/run-node.mjs';
import { countsLine, readCountsLine } from './support/test-counts.mjs';
import { programs } from './support/workspace.mjs';

const checks = [
  {
    name: 'format',
    mend: 'npm run format',
    run: () => runNode([programs.prettier, '--check', '.', '--log-level=warn']),
  },
  { name: 'lint', mend: 'npm run lint', run: () => runNode(['tools/scripts/lint.mjs']) },
  {
    name: 'types',
    mend: 'npm run typecheck',
    run: () => runNode([programs.tsc, '-b', 'tsconfig.check.json']),
  },
  { name: 'generated', mend: 'npm run generate', run: () => runNode(['tools/scripts/generated-check.mjs']) },
  { name: 'public API', mend: 'npm run api:update', run: () => runNode(['tools/scripts/api-report.mjs']) },
  {
    name: 'packages',
    mend: 'npm run package:check',
    run: () => runNode(['tools/scripts/package-check.mjs']),
  },
  { name: 'lines', mend: 'npm run lines', run: () => runNode(['tools/scripts/lines.mjs']) },
  { name: 'tests', mend: 'npm test', run: () => runNpm(['test', '--silent'], { show: 'copy' }) },
];

await runMain(async () => {
  const { values } = parseArgs({ options: { summary: { type: 'string' } } });
  await ensureInstalled();
  const results = [];
  for (const check of checks) results.push(await perform(check));
  const tests = readCountsLine(results.at(-1).output) ?? { passed: 0, failed: 1 };
  const failures = results.slice(0, -1).filter(({ code }) => code !== 0).length;
  if (values.summary !== undefined) {
    await writeFile(values.summary, `${tests.passed} ${tests.failed + failures}\n`);
  }
  process.stdout.write(`\n${results.map(row).join('\n')}\n\n${countsLine(tests)}\n`);
  return results.every(({ code }) => code === 0) ? 0 : 1;
});

async function perform(check) {
  process.stdout.write(`\n${check.name} …\n`);
  const start = performance.now();
  const { code, output } = await check.run();
  return { ...check, code, output, seconds: (performance.now() - start) / 1000 };
}

function row({ name, code, mend, seconds }) {
  const verdict = code === 0 ? 'passed' : `FAILED   see ${mend}`;
  return `${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s   ${verdict}`;
}
