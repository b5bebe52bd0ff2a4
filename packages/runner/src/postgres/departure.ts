import type { FolderLayout } from './folder-layout.js';
import { livingRegistrations } from './registrations.js';
import { stopServer } from './server-stop.js';
import { removeTemporaryDirectory } from './temporary-directory.js';

/**
 * Stops the server and removes its temporary directory when nobody uses the folder any more; tells whether nobody does.
 * Call under the folder lock. Users register before they wait for the lock, so one who waits keeps the server running.
 */
export async function stopWhenUnused(layout: FolderLayout): Promise<boolean> {
  if (livingRegistrations(layout.users).length > 0) return false;
  await stopServer(layout);
  removeTemporaryDirectory(layout);
  return true;
}
