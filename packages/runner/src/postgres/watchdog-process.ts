import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { identify, pidOf } from './process-identity.js';
import { livingRegistrations, register, unregisterProcess } from './registrations.js';
import { serverAccount } from './server-account.js';
import { ended } from './server-stop.js';
import { temporaryPath } from './temporary-directory.js';

/**
 * The watchdog is a program of its own, for it must outlive us, and it shares the modules of this folder, so that lock
 * and stop have one implementation. Node 20 cannot run TypeScript: seen from the sources it is the one built in dist.
 */
const script = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/postgres/watchdog.js' : './watchdog.js',
    import.meta.url,
  ),
);

/** Starts a watchdog unless one lives. Call under the folder lock, before anything that a watchdog has to clean up. */
export async function ensureWatchdog(layout: FolderLayout): Promise<void> {
  if (livingRegistrations(layout.watchdogs).length > 0) return;
  if (!existsSync(script)) throw new EmbeddedPostgresError('The runner is not built: run `npm run build`.');
  const parameters = [script, layout.root, temporaryPath(layout, serverAccount(layout.data))];
  const child = spawn(process.execPath, parameters, { cwd: '/', env: {}, stdio: 'ignore', detached: true });
  await once(child, 'spawn');
  child.unref();
  const identity = identify(child.pid ?? 0);
  if (identity !== undefined) register(layout.watchdogs, identity);
}

/** Ends the folder's watchdogs. Under the folder lock none of them is at work, so none is interrupted. */
export async function endWatchdogs(layout: FolderLayout): Promise<void> {
  for (const identity of livingRegistrations(layout.watchdogs)) {
    await ended(pidOf(identity), identity, 'SIGKILL', 5_000);
    unregisterProcess(layout.watchdogs, identity);
  }
}
