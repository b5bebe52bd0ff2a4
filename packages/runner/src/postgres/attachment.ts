import { setTimeout as sleep } from 'node:timers/promises';
import { serverUrls, tryConnection, type ServerUrls } from './connection.js';
import { EmbeddedPostgresError } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { readPassword } from './password.js';
import { startServer } from './server.js';
import { readServerState } from './server-state.js';
import { stopServer } from './server-stop.js';

const pollMilliseconds = 10;
const patienceMilliseconds = 240_000;

/**
 * Returns the connection strings of a server that accepts connections, starting one when none runs. A server that is
 * starting, recovering or stopping is waited for. Call under the folder lock.
 */
export async function attach(layout: FolderLayout): Promise<ServerUrls> {
  const deadline = Date.now() + patienceMilliseconds;
  while (Date.now() < deadline) {
    const urls = await advance(layout);
    if (urls !== undefined) return urls;
  }
  throw new EmbeddedPostgresError(tooSlow);
}

const tooSlow =
  'The embedded PostgreSQL has not become ready within four minutes: see postgres.log in its data folder (a recovery after a crash may take long), and try again.';

/** One step towards a usable server; undefined while it is not usable yet. */
async function advance(layout: FolderLayout): Promise<ServerUrls | undefined> {
  const state = readServerState(layout);
  if (state.phase === 'ready') return await connect(layout, state.socketDirectory);
  await (state.phase === 'stopped' ? startServer(layout) : sleep(pollMilliseconds));
  return undefined;
}

async function connect(layout: FolderLayout, socketDirectory: string): Promise<ServerUrls | undefined> {
  const address = { socketDirectory, password: readPassword(layout.password) };
  const outcome = await tryConnection(address);
  if (outcome === 'connected') return serverUrls(address);
  // Somebody removed the socket (a cleaner of /tmp, say): nobody can ever connect to this server again.
  await (outcome === 'unreachable' ? stopServer(layout) : sleep(pollMilliseconds));
  return undefined;
}
