/**
 * Usage: npm run bench [-- [--write] <part>...]
 *
 * Measures what the project promises and prints a line of JSON per part; without names all parts. With `--write` the
 * figures also replace those in docs/benchmarks.md. Takes some minutes and wants a machine that does nothing else.
 */
import './support/require-node.mjs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from '../bench/parts.mjs';
import { machine, resultsPage } from '../bench/results-page.mjs';
import { build } from './support/build.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { interruption } from './support/interruption.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

const page = 'docs/benchmarks.md';

await runMain(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const names = parts.map(({ name }) => name);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}: choose of ${names.join(', ')}.`);
  if (values.write && positionals.length > 0) throw new Error('--write goes with all parts: name none.');
  await ensureInstalled();
  await build();
  const results = await measure(positionals.length > 0 ? positionals : names, interruption());
  if (values.write) await writeFile(join(root, page), resultsPage(parts, results, machine()));
  return 0;
});

async function measure(names, signal) {
  const results = {};
  for (const name of names) {
    results[name] = await measurePart(name, signal);
    process.stdout.write(`${JSON.stringify({ part: name, ...results[name] })}\n`);
  }
  return results;
}

/** Loaded only now: what is measured is built first. */
async function measurePart(name, signal) {
  const module = await import(`../bench/${name}.mjs`);
  return module.measure(signal);
}
