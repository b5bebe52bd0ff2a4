import type { Command } from 'commander';
import type { WorkerEvent } from '../../application/worker.js';
import { warnOfCoreDumps } from '../../monitoring/core-dumps.js';
import { type CommandContext, withApplication } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { jsonLine } from '../output/json-line.js';
import { workerLine } from '../views/worker-line.js';
import { leafCommand, type Report } from './leaf-command.js';

const description =
  'Carry all requests out, together with any number of other workers on the same database. Runs until SIGTERM or Ctrl-C, then finishes the steps under way and leaves the rest to others.';

/** Grace periods that a stopping worker may take, as its steps under way have to come to their end. */
const patience = 4;

/** `dsr worker` */
export function addWorkerCommand(program: Command, context: CommandContext, report: Report): void {
  const command = leafCommand('worker', description, ['dsr worker', 'dsr worker --until-idle'])
    .summary('Carry requests out.')
    .option('--until-idle', 'end when nothing is left to do now')
    .action(async ({ untilIdle = false }: { readonly untilIdle?: boolean }) => {
      await work(context, untilIdle);
      report(exitCodes.done);
    });
  program.addCommand(command.copyInheritedSettings(program));
}

async function work(context: CommandContext, untilIdle: boolean): Promise<void> {
  const { io, output } = context;
  const tell = (event: WorkerEvent): void => {
    const time = new Date().toISOString();
    io.stdout.write(output.json ? jsonLine({ at: time, ...event }) : `${time} ${workerLine(event)}\n`);
  };
  await withApplication(
    context,
    async ({ log, worker, keysAreWhole }) => {
      await warnOfCoreDumps(log);
      if (keysAreWhole) log.warn('process.whole_keys');
      await worker.run(io.signal, { untilIdle, tell });
    },
    patience,
  );
}
