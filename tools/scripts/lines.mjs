/**
 * Usage: npm run lines
 *
 * Prints how many lines of code were written by hand for each connector, without its simulator, tests and generated code.
 * Fails when a connector has reached its limit.
 */
import './support/require-node.mjs';
import { basename } from 'node:path';
import { connectorPackages } from '../docs/workspace/connector-packages.mjs';
import { linesReport } from '../release/lines-report.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

await runMain(async () => {
  await ensureInstalled();
  // Loaded only now: the compiler may have been installed a moment ago.
  const { connectorLines } = await import('../release/connector-lines.mjs');
  const connectors = [];
  for (const { folder } of await connectorPackages(root)) {
    connectors.push({ name: basename(folder), ...(await connectorLines(folder)) });
  }
  const { text, tooLong } = linesReport(connectors);
  process.stdout.write(`${text}\n`);
  process.stderr.write(tooLong.map((sentence) => `${sentence}\n`).join(''));
  return tooLong.length === 0 ? 0 : 1;
});
