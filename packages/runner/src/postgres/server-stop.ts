import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { readServerState } from './server-state.js';

const pollMilliseconds = 10;

/** PostgreSQL's shutdown modes, from gentle to hard, and how long each may take before the next. Immediate is safe: the next start replays the log. */
const modes = [
  { signal: 'SIGINT', milliseconds: 60_000 },
  { signal: 'SIGQUIT', milliseconds: 15_000 },
] as const;

/** Stops the folder's server, if one runs, and waits for its end. Call under the folder lock. */
export async function stopServer(layout: FolderLayout): Promise<void> {
  const state = readServerState(layout);
  const server = state.phase === 'stopped' ? undefined : identify(state.pid);
  if (state.phase === 'stopped' || server === undefined) return;
  for (const { signal, milliseconds } of modes) {
    if (await ended(state.pid, server, signal, milliseconds)) return;
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL (process ${state.pid}) does not stop: end that process.`,
  );
}

/** Signals a process and tells whether it ended in time. */
export async function ended(
  pid: number,
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<boolean> {
  send(pid, signal);
  const deadline = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(pollMilliseconds);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
