import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';

const ARGUMENTS = {
  port: { type: 'string' },
  options: { type: 'string', default: '{}' },
  json: { type: 'boolean', default: false },
  'until-stdin-closes': { type: 'boolean', default: false },
} as const;

/**
 * Runs the simulator in a process of its own until SIGTERM or SIGINT, or until stdin closes when asked to.
 *
 *     node dist/simulator/main.js [--port 0] [--options '<DriftSimulatorOptions as JSON>'] [--json] [--until-stdin-closes]
 *
 * Prints where it listens: with `--json` one line `{baseUrl, authorizationUrl, clientId, clientSecret, staticToken,
 * subjects}`, where `subjects` are e-mails.
 * @throws Error for an unknown argument, options that are not JSON or cannot be, or a port that is taken.
 */
export async function runSimulator(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: ARGUMENTS });
  const ended = endOf(values['until-stdin-closes']);
  const options = parseOptions(values.options);
  const port = values.port === undefined ? {} : { port: parsePort(values.port) };
  const simulator = await startDriftSimulator({ ...options, ...port });
  process.stdout.write(
    `${values.json ? JSON.stringify(describe(simulator)) : `Drift simulator: ${simulator.baseUrl}`}\n`,
  );
  await ended;
  await simulator.close();
}

function describe(simulator: DriftSimulator): unknown {
  const { baseUrl, authorizationUrl, clientId, clientSecret, staticToken, world } = simulator;
  return { baseUrl, authorizationUrl, clientId, clientSecret, staticToken, subjects: world.subjects };
}

async function endOf(stdinCloses: boolean): Promise<void> {
  const ends = [once(process, 'SIGTERM'), once(process, 'SIGINT')];
  if (stdinCloses) ends.push(once(process.stdin.resume(), 'end'));
  await Promise.race(ends);
  // A stdin that is still open would keep the process alive.
  process.stdin.destroy();
}

function parseOptions(text: string): DriftSimulatorOptions {
  try {
    return JSON.parse(text) as DriftSimulatorOptions;
  } catch {
    throw new Error('--options is not JSON: pass an object of simulator options.');
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port must be a number from 0 to 65535.');
  return port;
}
