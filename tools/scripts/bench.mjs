/**
 * Usage: npm run bench [-- <part>...]
 *
 * Measures what the project promises and prints the figures as JSON. Parts: memory, calls, pipeline, throughput; all by
 * default. Takes some minutes and wants a machine that does nothing else.
 */
import './support/require-node.mjs';
import { parseArgs } from 'node:util';
import { build } from './support/build.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { interruption } from './support/interruption.mjs';
import { runMain } from './support/main.mjs';

const parts = ['memory', 'calls', 'pipeline', 'throughput'];

await runMain(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.find((name) => !parts.includes(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}: choose of ${parts.join(', ')}.`);
  await ensureInstalled();
  await build();
  const signal = interruption();
  const figures = {};
  for (const part of positionals.length > 0 ? positionals : parts)
    figures[part] = await measure(part, signal);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return 0;
});

/** Loaded only now: what is measured is built first. */
async function measure(part, signal) {
  const module = await import(`../bench/${part}.mjs`);
  return module[part](signal);
}
