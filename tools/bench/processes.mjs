import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programs } from '../scripts/support/workspace.mjs';

/** Starts `dsr serve` on a free port; `url` is where it listens. */
export async function startService(home, signal, options = []) {
  const { first, end } = await start(['serve', '--port', '0', ...options], home, signal);
  return { url: first.url, end };
}

/** Starts `dsr worker`; resolves once it works. */
export function startWorker(home, signal) {
  return start(['worker'], home, signal);
}

/** `end` sends a signal and resolves with the exit code, which is null for a process that was killed. */
async function start(args, home, signal) {
  const child = spawn(process.execPath, [programs.dsr, ...args, '--json'], {
    env: { PATH: process.env.PATH, DSR_HOME: home, DSR_LOG_LEVEL: 'silent' },
    signal,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => code);
  // An abort ends it too, perhaps while nobody waits.
  ended.catch(() => undefined);
  const lines = createInterface(child.stdout);
  const line = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`dsr ${args[0]} did not start. See its message above.`);
  const end = (name = 'SIGTERM') => {
    child.kill(name);
    return ended;
  };
  return { first: JSON.parse(line[0]), end };
}
