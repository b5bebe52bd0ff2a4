/**
 * Usage: npm run quickstart
 *
 * An access request and a deletion request, end to end, over three simulated vendors: the real `dsr` with its
 * embedded database. Leaves its results in `quickstart-out`, which is replaced each time, and no process.
 */
import './support/require-node.mjs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from './quickstart/connect.mjs';
import { createTimeline } from './quickstart/timeline.mjs';
import { access, erase } from './quickstart/tour.mjs';
import { packages, startVendors } from './quickstart/vendors.mjs';
import { build } from './support/build.mjs';
import { dsrIn } from './support/dsr.mjs';
import { ensureInstalled } from './support/installation.mjs';
import { interruption } from './support/interruption.mjs';
import { runMain } from './support/main.mjs';
import { root } from './support/workspace.mjs';

const folder = 'quickstart-out';
const home = join(root, folder, 'home');
const packageName = `${folder}/package.zip`;
const write = (text) => process.stdout.write(text);

await runMain(async () => {
  await ensureInstalled();
  write('Building …\n');
  await build();
  await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'config.json'), JSON.stringify({ connectors: packages }, null, 2));
  await tour(interruption());
  write(ending());
  return 0;
});

async function tour(signal) {
  const timeline = createTimeline(write);
  const { vendors, close } = await startVendors();
  try {
    timeline.event(
      'Simulated vendors run: Drift, Intercom and Klaviyo. Grace Hopper is known to all of them.',
    );
    const dsr = dsrIn(home, signal);
    const stage = { dsr, timeline, vendors, packageName, packageFile: join(root, packageName) };
    await connect(stage);
    await access(stage);
    await erase(stage);
  } finally {
    await close();
  }
}

function ending() {
  return `
What you have now
  ${packageName}   what the person gets: open index.html in it
  ${folder}/home          the data folder: encrypted database, and its key

What to do next
  DSR_HOME=${folder}/home npx dsr request list      look at the requests
  npx dsr --help                                     all commands
  "A first real request" in README.md                connect your own account
`;
}
