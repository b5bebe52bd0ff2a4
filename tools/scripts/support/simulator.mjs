import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { simulatorOf } from './workspace.mjs';

/**
 * Starts a connector's simulator in a process of its own. It ends with `close()`, and with this process, however that dies.
 *
 * @param {string} connector Its id, e.g. `drift`.
 * @param {object} options The options of that simulator.
 */
export async function startSimulator(connector, options = {}) {
  const given = ['--json', '--until-stdin-closes', '--options', JSON.stringify(options)];
  const child = spawn(process.execPath, [simulatorOf(connector), ...given], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const close = async () => {
    child.stdin.end();
    await ended;
  };
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => undefined)]);
  if (line === undefined) {
    throw new Error(`The simulator of ${connector} did not start. See its message above.`);
  }
  return { ...JSON.parse(line[0]), close };
}
