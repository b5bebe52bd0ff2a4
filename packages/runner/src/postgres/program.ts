import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from './runtime.js';

/** How a PostgreSQL program is run on a data directory. */
export interface ProgramOptions {
  readonly dataDirectory: string;
  /** Descriptor or kind of standard input. */
  readonly input: number | 'ignore';
  /** Descriptor for both outputs. */
  readonly log: number;
  /** In a session of its own, out of reach of the terminal's signals. */
  readonly detached: boolean;
}

/** None of our own environment, which may hold secrets. */
const env = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/**
 * Starts a program of the runtime as the server's account.
 *
 * That account may not be able to enter the directories above the data (a 0700 home, say). So it inherits the data
 * directory as descriptor 3: `/proc/self/fd/3` leads there without passing through them, see proc(5). The current
 * directory would not do: before version 16 `initdb` leaves it and cannot come back.
 */
export function startProgram(
  { bin, account }: Runtime,
  name: 'initdb' | 'postgres',
  parameters: readonly string[],
  { dataDirectory, input, log, detached }: ProgramOptions,
): ChildProcess {
  const directory = openSync(dataDirectory, 'r');
  try {
    const argument = account ? '/proc/self/fd/3' : dataDirectory;
    const stdio = [input, log, log, ...(account ? [directory] : [])];
    return spawn(join(bin, name), ['-D', argument, ...parameters], {
      cwd: '/',
      env,
      stdio,
      detached,
      ...account,
    });
  } finally {
    closeSync(directory);
  }
}

/** The major version of the runtime's programs, such as `18`. */
export async function programMajor({ bin, account }: Runtime): Promise<string> {
  const child = spawn(join(bin, 'postgres'), ['--version'], {
    cwd: '/',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    ...account,
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await exitCode(child);
  return /\) (\d+)/.exec(printed)?.[1] ?? 'of an unknown version';
}

/** Waits for a program's end and returns its exit code, null after a signal. Rejects when it could not be started. */
export async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
