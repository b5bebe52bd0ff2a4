/**
 * Usage: npm run package:check
 *
 * Packs every public package as `npm publish` would, and looks at the result with publint and attw. Names what is wrong.
 */
import './support/require-node.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages } from '../release/pack-packages.mjs';
import { publicPackages } from '../release/public-packages.mjs';
import { tarballProblems } from '../release/tarball-problems.mjs';
import { build } from './support/build.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

await runMain(async () => {
  await ensureInstalled();
  await build();
  const destination = await mkdtemp(join(tmpdir(), 'packages-'));
  try {
    return await check(destination);
  } finally {
    await rm(destination, { recursive: true });
  }
});

async function check(destination) {
  const folders = publicPackages().map(({ folder }) => join(root, folder));
  const packed = await packPackages(folders, destination);
  let failed = 0;
  for (const one of packed) {
    const problems = await tarballProblems(one);
    failed += problems.length;
    process.stdout.write(`${one.name}: ${problems.length === 0 ? 'ready' : problems.join('\n')}\n`);
  }
  return failed === 0 ? 0 : 1;
}
