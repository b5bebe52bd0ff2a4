import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** How the built `dsr` is started. */
export const dsrCommand = [
  process.execPath,
  fileURLToPath(new URL('../../bin/dsr.js', import.meta.url)),
] as const;

/** How a `dsr` process ended. */
export interface DsrEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of stderr, but for what a worker tells whenever it runs on such a database, and when its time has come. */
  readonly complaints: readonly string[];
  /** The last line of stdout, read as JSON. */
  json(): unknown;
}

const expectedEvents = ['audit.checkpoint', 'audit.unprotected', 'process.whole_keys'];

function complaintsIn(stderr: string): readonly string[] {
  const lines = stderr.split('\n').filter((line) => line !== '');
  return lines.filter((line) => !expectedEvents.some((event) => line.includes(`"event":"${event}"`)));
}

/** A `dsr` process under way. */
export interface DsrProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<DsrEnd>;
}

/** Starts the built `dsr` as a process of its own, with nothing in its environment but PATH and what is given. */
export function startDsr(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): DsrProcess {
  const child = spawn(dsrCommand[0], [dsrCommand[1], ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...environment },
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const ended = Promise.all([text(child.stdout), text(child.stderr), closed]).then(
    ([stdout, stderr, [code]]) => ({
      code,
      stdout,
      stderr,
      complaints: complaintsIn(stderr),
      json: () => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as unknown,
    }),
  );
  return { child, ended };
}

/** The first line of its stdout, read as JSON. @throws Error when the process ends without one. */
export async function firstLineOf({ child, ended }: DsrProcess): Promise<unknown> {
  let text = '';
  const arrived = (async () => {
    while (!text.includes('\n')) text += String((await once(child.stdout ?? child, 'data'))[0]);
    return JSON.parse(text.slice(0, text.indexOf('\n'))) as unknown;
  })();
  const early = ended.then(({ stderr }) => {
    throw new Error(`dsr ended before it printed a line: ${stderr}`);
  });
  return Promise.race([arrived, early]);
}

/** Runs `dsr` to its end. */
export function dsr(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<DsrEnd> {
  return startDsr(parameters, environment).ended;
}
