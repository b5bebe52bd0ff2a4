import { once } from 'node:events';
import { parseArgs } from 'node:util';

const ARGUMENTS = {
  port: { type: 'string' },
  options: { type: 'string', default: '{}' },
  json: { type: 'boolean', default: false },
  'until-stdin-closes': { type: 'boolean', default: false },
} as const;

/** A simulator that can run in a process of its own. @public */
export interface SimulatorProgram<Simulator extends RunningSimulator> {
  /** The vendor's name. */
  readonly title: string;
  /** Takes options as they were given, as JSON, and perhaps a `port`; refuses those that cannot be. */
  readonly start: (options: {
    readonly [name: string]: unknown;
    readonly port?: number;
  }) => Promise<Simulator>;
  /** What whoever started the process needs to know: where it listens, credentials, people. */
  readonly describe: (simulator: Simulator) => { readonly [name: string]: unknown };
}

/** What every simulator has. @public */
export interface RunningSimulator {
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Runs a simulator as a program until SIGTERM or SIGINT, or until stdin closes when asked to:
 *
 *     node main.js [--port 0] [--options '<options as JSON>'] [--json] [--until-stdin-closes]
 *
 * Prints where it listens, with `--json` as one line. An argument that cannot be is told in a sentence, with exit code 1. @public
 */
export async function runSimulatorProgram<Simulator extends RunningSimulator>(
  program: SimulatorProgram<Simulator>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    await run(program, argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The simulator could not start.'}\n`);
    process.exitCode = 1;
  }
}

async function run<Simulator extends RunningSimulator>(
  { title, start, describe }: SimulatorProgram<Simulator>,
  argv: readonly string[],
): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: ARGUMENTS });
  const ended = endOf(values['until-stdin-closes']);
  const port = values.port === undefined ? {} : { port: parsePort(values.port) };
  const simulator = await start({ ...parseOptions(values.options), ...port });
  const line = values.json ? JSON.stringify(describe(simulator)) : `${title} simulator: ${simulator.baseUrl}`;
  process.stdout.write(`${line}\n`);
  await ended;
  await simulator.close();
}

async function endOf(stdinCloses: boolean): Promise<void> {
  const ends = [once(process, 'SIGTERM'), once(process, 'SIGINT')];
  if (stdinCloses) ends.push(once(process.stdin.resume(), 'end'));
  await Promise.race(ends);
  // A stdin that is still open would keep the process alive.
  process.stdin.destroy();
}

function parseOptions(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Error('--options is not JSON: pass an object of simulator options.');
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error('--port must be a number from 0 to 65535.');
}
