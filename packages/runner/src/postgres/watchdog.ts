import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopWhenUnused } from './departure.js';
import { layoutOf, type FolderLayout } from './folder-layout.js';
import { withFolderLock } from './folder-lock.js';
import { identify } from './process-identity.js';
import { livingRegistrations, unregisterProcess } from './registrations.js';
import { readOrphan } from './server-state.js';
import { ended } from './server-stop.js';
import { removeTemporaryPath } from './temporary-directory.js';

/*
 * The program that cleans up after users that were killed: arguments are the folder and its temporary directory.
 * It looks once a second. When no user lives it stops the server, and ends after a second look: a server whose
 * starter was killed in the very moment of starting it may not have shown up at the first.
 */
const pollMilliseconds = 1_000;

async function watch(layout: FolderLayout, temporaryDirectory: string): Promise<void> {
  for (let idleLooks = 0; idleLooks < 2;) {
    await sleep(pollMilliseconds);
    if (!existsSync(layout.users) || !existsSync(layout.lock)) {
      await cleanUpWithoutFolder(layout, temporaryDirectory);
      return;
    }
    idleLooks = (await look(layout, idleLooks)) ? idleLooks + 1 : 0;
  }
}

/** Tells whether nobody uses the folder. A failure (a full disk, a folder deleted meanwhile) is tried again at the next look: giving up would leave a server behind. */
async function look(layout: FolderLayout, idleLooks: number): Promise<boolean> {
  try {
    if (livingRegistrations(layout.users).length > 0) return false;
    return await withFolderLock(layout.lock, () => leaveWhenUnused(layout, idleLooks));
  } catch {
    return false;
  }
}

/** The last look takes the registration along under the lock: whoever comes next starts a new watchdog. */
async function leaveWhenUnused(layout: FolderLayout, idleLooks: number): Promise<boolean> {
  const unused = await stopWhenUnused(layout);
  if (unused && idleLooks > 0) unregisterProcess(layout.watchdogs, identify(process.pid) ?? '');
  return unused;
}

/** The folder was deleted under a running server: nothing is worth keeping, and nobody else will ever find it. */
async function cleanUpWithoutFolder(layout: FolderLayout, temporaryDirectory: string): Promise<void> {
  const pid = readOrphan(layout, temporaryDirectory);
  const identity = pid === undefined ? undefined : identify(pid);
  if (pid !== undefined && identity !== undefined) await ended(pid, identity, 'SIGQUIT', 15_000);
  removeTemporaryPath(temporaryDirectory);
}

const [root = '', temporaryDirectory = ''] = process.argv.slice(2);
await watch(layoutOf(root), temporaryDirectory);
