import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { EmbeddedPostgresError } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { startProgram } from './program.js';
import { prepareRuntime, type Runtime } from './runtime.js';
import { serverAccount } from './server-account.js';
import { loggedSince, logSize, withLog } from './server-log.js';
import { serverSettings } from './server-settings.js';
import { isPidTakenOver, postmasterFile, readServerState } from './server-state.js';
import { createTemporaryDirectory } from './temporary-directory.js';

const pollMilliseconds = 10;

/**
 * Starts the server, creating the database cluster first if there is none. Returns when the server has noted its PID
 * or has given way to one that was starting already. Call under the folder lock, and only when no server is seen.
 */
export async function startServer(layout: FolderLayout): Promise<void> {
  const binaries = findBinaries();
  const account = serverAccount(layout.data);
  const temporary = createTemporaryDirectory(layout, account);
  const runtime = prepareRuntime(binaries, account, temporary.runtime);
  await ensureCluster(layout, runtime);
  // PostgreSQL takes any living process of that PID for a server; shared memory still guards the data.
  if (isPidTakenOver(layout)) rmSync(postmasterFile(layout), { force: true });
  await withLog(layout, (log) => launch(layout, runtime, temporary.socket, log));
}

async function launch(
  layout: FolderLayout,
  runtime: Runtime,
  socketDirectory: string,
  log: number,
): Promise<void> {
  const offset = logSize(layout.log);
  const settings = Object.entries(serverSettings(socketDirectory)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const options = { dataDirectory: layout.data, input: 'ignore', log, detached: true } as const;
  const server = startProgram(runtime, 'postgres', settings, options);
  server.unref();
  if (await hasStarted(layout, server)) return;
  if (!isWorthAnotherTry(loggedSince(layout, offset))) throw new EmbeddedPostgresError(notStarted);
  await sleep(200);
}

const notStarted =
  'The embedded PostgreSQL did not start: see postgres.log in its data folder for the reason, or set DATABASE_URL to another PostgreSQL.';

async function hasStarted(layout: FolderLayout, server: ChildProcess): Promise<boolean> {
  const failure = new Promise<never>((_, reject) => server.once('error', reject));
  while (server.exitCode === null && server.signalCode === null) {
    if (readServerState(layout).phase !== 'stopped') return true;
    await Promise.race([sleep(pollMilliseconds), failure]);
  }
  return false;
}

/** A killed server's last children still hold its shared memory for a moment, and another server may have been quicker. */
function isWorthAnotherTry(logged: string): boolean {
  return /pre-existing shared memory block|lock file "[^"]*" already exists/.test(logged);
}
