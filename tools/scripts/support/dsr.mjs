import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programs, root } from './workspace.mjs';

/** Variables of the person's own installation, which a demonstration must not touch. */
const foreign = ['DATABASE_URL', 'DSR_MASTER_KEY'];

/**
 * A `dsr` with its own data folder. Each call runs the real program with `--json` and returns the last document it
 * prints; `onLine` gets every document as it comes, and when it fails the program is ended.
 *
 * @param {string} home The data folder.
 * @param {AbortSignal} signal Ends the program that runs; nothing it recorded is lost.
 */
export function dsrIn(home, signal) {
  const kept = Object.entries(process.env).filter(([name]) => !foreign.includes(name));
  const environment = { ...Object.fromEntries(kept), DSR_HOME: home };
  return (args, { env = {}, onLine = () => undefined } = {}) =>
    runDsr(args, { ...environment, ...env }, onLine, signal);
}

function runDsr(args, env, onLine, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(process.execPath, [programs.dsr, ...args, '--json'], {
      cwd: root,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last;
    let failure;
    createInterface(child.stdout).on('line', (line) => {
      last = JSON.parse(line);
      Promise.resolve(onLine(last)).catch((error) => {
        failure ??= error;
        child.kill();
      });
    });
    child.on('error', (error) => {
      // An abort is told before the program has ended: that is waited for, so that it is not left behind.
      if (error.name !== 'AbortError') reject(error);
    });
    child.on('close', (code) => {
      if (signal.aborted) reject(signal.reason);
      else if (failure !== undefined) reject(failure);
      else if (code === 0) resolve(last);
      else reject(new Error(`dsr ${args.slice(0, 2).join(' ')} ended with exit code ${code}.`));
    });
  });
}
