import type { Application } from '../../src/application/application.js';
import type { CliIo, TextStream } from '../../src/cli/io.js';
import type { Openers } from '../../src/cli/openers.js';
import { runCli } from '../../src/cli/run-cli.js';
import { fakeApplication, manifests } from './fake-application.js';

/** How a test's process differs from a plain one without a terminal. */
export interface Surroundings {
  readonly application?: Application;
  readonly openApplication?: () => Promise<Application>;
  /** Those of the real command, in place of an application. */
  readonly openers?: Openers;
  readonly environment?: NodeJS.ProcessEnv;
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly controller?: AbortController;
}

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How often the application was opened. */
  readonly opened: number;
}

/** Runs one command as a process would, without one. */
export async function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const application = surroundings.application ?? fakeApplication().application;
  const stdout: string[] = [];
  const stderr: string[] = [];
  let opened = 0;
  const open = () => {
    opened += 1;
    return surroundings.openApplication?.() ?? Promise.resolve(application);
  };
  const fake = { openApplication: open, openServices: open, openManifests: () => Promise.resolve(manifests) };
  const exitCode = await runCli(args, createIo(surroundings, stdout, stderr), surroundings.openers ?? fake);
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join(''), opened };
}

function createIo(surroundings: Surroundings, stdout: string[], stderr: string[]): CliIo {
  const terminal = surroundings.terminal ?? false;
  const stream = (chunks: string[]): TextStream => ({
    isTTY: terminal,
    columns: terminal ? 120 : undefined,
    write: (text) => {
      chunks.push(text);
    },
  });
  return {
    stdout: stream(stdout),
    stderr: stream(stderr),
    stdin: {
      isTTY: surroundings.stdin === undefined,
      readToEnd: () => Promise.resolve(surroundings.stdin ?? ''),
    },
    environment: surroundings.environment ?? {},
    signal: (surroundings.controller ?? new AbortController()).signal,
    graceMilliseconds: 5,
  };
}
