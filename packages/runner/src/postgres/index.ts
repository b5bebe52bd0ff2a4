import { existsSync } from 'node:fs';
import { attach } from './attachment.js';
import type { ServerUrls } from './connection.js';
import { stopWhenUnused } from './departure.js';
import { explainFailures } from './errors.js';
import { prepareFolder, type FolderLayout } from './folder-layout.js';
import { withFolderLock } from './folder-lock.js';
import { identify } from './process-identity.js';
import { register, unregister, type Registration } from './registrations.js';
import { endWatchdogs, ensureWatchdog } from './watchdog-process.js';

export { EmbeddedPostgresError } from './errors.js';

/** A use of an embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** A connection string for `pg`: `postgresql://dsr:<password>@localhost:5432/dsr?host=<socket directory>&sslmode=disable`. A secret. */
  readonly url: string;
  /** The same for the role `dsr_app`, which may do what the other, the owner, grants it. */
  readonly applicationUrl: string;
  /** Ends this use; the last one's end stops the server before the promise resolves. May be called again. @throws EmbeddedPostgresError */
  close(): Promise<void>;
}

/**
 * Opens the real PostgreSQL that lives in `folder` (created with mode 0700 if missing), reached by a Unix socket only.
 * Any number of processes may use one folder at once: the first starts the server, the others attach to it, the last
 * stops it. When users are killed, a watchdog process stops it within seconds. All data lies in the folder.
 *
 * @throws EmbeddedPostgresError with the way out: no binary for the platform, a folder that is not writable, a full
 * disk, data of another major version, a lost password, a server that does not start.
 */
export async function openEmbeddedPostgres(options: { readonly folder: string }): Promise<EmbeddedPostgres> {
  return await explainFailures(async () => {
    const layout = prepareFolder(options.folder);
    // Before the lock: a user who waits for it keeps the server from being stopped.
    const registration = register(layout.users, identify(process.pid) ?? '');
    try {
      const urls = await withFolderLock(layout.lock, () => attachGuarded(layout));
      return handle(urls, () => leave(layout, registration));
    } catch (error) {
      await leave(layout, registration);
      throw error;
    }
  });
}

async function attachGuarded(layout: FolderLayout): Promise<ServerUrls> {
  await ensureWatchdog(layout);
  return await attach(layout);
}

function handle(urls: ServerUrls, end: () => Promise<void>): EmbeddedPostgres {
  let ending: Promise<void> | undefined;
  return { ...urls, close: () => (ending ??= explainFailures(end)) };
}

async function leave(layout: FolderLayout, registration: Registration): Promise<void> {
  unregister(registration);
  // A deleted folder is cleaned up after by its watchdog.
  if (!existsSync(layout.lock)) return;
  await withFolderLock(layout.lock, async () => {
    if (await stopWhenUnused(layout)) await endWatchdogs(layout);
  });
}
