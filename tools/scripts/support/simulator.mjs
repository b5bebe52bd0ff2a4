import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programs } from './workspace.mjs';

/**
 * Starts the Drift simulator in a process of its own. It ends with `close()`, and with this process, however that dies.
 *
 * @param {object} options DriftSimulatorOptions of packages/connector-drift.
 */
export async function startSimulator(options = {}) {
  const args = [programs.simulator, '--json', '--until-stdin-closes', '--options', JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const close = async () => {
    child.stdin.end();
    await ended;
  };
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => undefined)]);
  if (line === undefined) throw new Error('The Drift simulator did not start. See its message above.');
  return { ...JSON.parse(line[0]), close };
}
