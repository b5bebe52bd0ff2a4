import type { Command } from 'commander';
import type { Application } from '../../application/application.js';
import { InputError } from '../../errors/runner-error.js';
import { warnOfCoreDumps } from '../../monitoring/core-dumps.js';
import { type CommandContext, withApplication } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { parsePort } from '../input/port.js';
import { leafCommand, type Report } from './leaf-command.js';

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly worker: boolean;
}

const description =
  'Serve the HTTP API, and carry requests out like dsr worker does. Runs until SIGTERM or Ctrl-C, then finishes the answers and steps under way.';

const examples = ['dsr serve', 'dsr serve --host 0.0.0.0 --port 8080 --no-worker'];

/** Grace periods that a stopping service may take, as answers and steps under way have to come to their end. */
const patience = 4;

/** `dsr serve` */
export function addServeCommand(program: Command, context: CommandContext, report: Report): void {
  const command = leafCommand('serve', description, examples)
    .summary('Serve the HTTP API.')
    .option('--host <address>', 'address to listen at (default: 127.0.0.1, or as configured)')
    .option('--port <port>', 'port to listen at, 0 for a free one (default: 8787, or as configured)')
    .option('--no-worker', 'leave the work to dsr worker')
    .action(async (options: ServeOptions) => {
      await serve(context, options);
      report(exitCodes.done);
    });
  program.addCommand(command.copyInheritedSettings(program));
}

async function serve(context: CommandContext, options: ServeOptions): Promise<void> {
  const given = readPlace(options);
  await withApplication(context, (application) => run(context, application, given, options.worker), patience);
}

/** Both end by the signal; what fails of one ends the other too. */
async function run(
  { io, output }: CommandContext,
  application: Application,
  given: Place,
  withWorker: boolean,
): Promise<void> {
  const { startService } = await import('../../http/service.js');
  const { log, worker, keysAreWhole } = application;
  await warnOfCoreDumps(log);
  if (keysAreWhole) log.warn('process.whole_keys');
  const { host, port, trustProxy } = application.service;
  const service = await startService(application, { host, port, trustProxy, ...given });
  output.result({ url: service.url }, () => [`Listening at ${service.url}`]);
  log.info('service.listening', { origin: service.url });
  const end = new AbortController();
  const signal = AbortSignal.any([io.signal, end.signal]);
  const working = withWorker ? worker.run(signal) : Promise.resolve();
  try {
    await Promise.all([working, untilAborted(signal, working)]);
  } finally {
    end.abort();
    log.info('service.stopping');
    await service.close();
    await working.catch(() => undefined);
    log.info('service.stopped');
  }
}

/** Resolves when the signal is aborted. @throws what the worker threw before. */
async function untilAborted(signal: AbortSignal, working: Promise<void>): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
  await Promise.race([aborted, working.then(() => aborted)]);
}

interface Place {
  readonly host?: string;
  readonly port?: number;
}

function readPlace({ host, port }: ServeOptions): Place {
  if (host !== undefined && !/^[A-Za-z0-9.:-]+$/.test(host)) {
    throw new InputError('--host needs an address or a name of this machine.');
  }
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port: parsePort('--port', port) }),
  };
}
