/**
 * Usage: npm run lint
 *
 * ESLint over the whole workspace. The rule about which package may use which needs the project graph of nx, and is skipped
 * without one: it is made first.
 */
import './support/require-node.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { nxEnvironment } from './support/nx.mjs';
import { runNode } from './support/run-node.mjs';
import { programs } from './support/workspace.mjs';

await runMain(async () => {
  await ensureInstalled();
  const graph = await runNode([programs.nx, 'show', 'projects'], { env: nxEnvironment(), show: 'nothing' });
  if (graph.code !== 0) throw new Error(`nx could not read the projects:\n${graph.output}`);
  return (await runNode([programs.eslint, '.', '--max-warnings=0'])).code;
});
