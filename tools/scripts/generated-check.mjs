/**
 * Usage: npm run generated:check
 *
 * Runs the `generate` script of each package into a temporary folder, and names the files that are not what it makes.
 * A script that fails does not hide the stale files of the others.
 */
import './support/require-node.mjs';
import { join } from 'node:path';
import { runMain } from './support/main.mjs';
import { staleFiles } from './support/stale-files.mjs';
import { projectFolders, root } from './support/workspace.mjs';

await runMain(async () => {
  const stale = [];
  const failures = [];
  for (const folder of projectFolders()) {
    try {
      stale.push(...(await staleFiles(join(root, folder))).map((file) => join(folder, file)));
    } catch (error) {
      failures.push(error.message);
    }
  }
  if (stale.length > 0) {
    const list = stale.map((file) => `- ${file}\n`).join('');
    process.stderr.write(`These generated files are not up to date. Run \`npm run generate\`:\n${list}`);
  }
  process.stderr.write(failures.map((failure) => `${failure}\n`).join(''));
  return stale.length === 0 && failures.length === 0 ? 0 : 1;
});
