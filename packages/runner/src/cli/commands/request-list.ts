import { type Command, Option } from 'commander';
import type { RequestFilter } from '../../application/new-request.js';
import { requestStatuses, requestTypes, type RequestView } from '../../application/views/request-view.js';
import { startOf } from '../../deadlines/parse-time.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { readDate } from '../input/deadline.js';
import { requestTable } from '../views/request-table.js';
import { leafCommand, type Report } from './leaf-command.js';

interface ListOptions extends Omit<RequestFilter, 'dueBefore' | 'overdue'> {
  readonly overdue?: true;
  readonly dueBefore?: string;
}

/** `dsr request list` */
export function requestListCommand(context: CommandContext, report: Report): Command {
  return leafCommand('list', 'List the requests: those that are due next come first, ended ones last.', [
    'dsr request list',
    'dsr request list --overdue',
    'dsr request list --type deletion --status awaiting_approval',
  ])
    .summary('List the requests.')
    .addOption(new Option('--status <status>', 'only those that stand there').choices(requestStatuses))
    .addOption(new Option('--type <type>', 'only those of the type').choices(requestTypes))
    .option('--connection <name>', 'only those that run on this connection')
    .option('--overdue', 'only those that have not ended although they were due')
    .option('--due-before <date>', 'only those that are due before this day')
    .action(async (options: ListOptions) => {
      await listRequests(context, readFilter(options));
      report(exitCodes.done);
    });
}

function readFilter({ status, type, connection, overdue, dueBefore }: ListOptions): RequestFilter {
  return {
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(connection === undefined ? {} : { connection }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(dueBefore === undefined ? {} : { dueBefore: readDate('--due-before', startOf(dueBefore)) }),
  };
}

async function listRequests(context: CommandContext, filter: RequestFilter): Promise<void> {
  const found = await withServices(context, ({ requests }) => requests.list(filter));
  const sorted = found.toSorted(byUrgency);
  const isFiltered = Object.keys(filter).length > 0;
  context.output.result(sorted, (style) => requestTable(sorted, isFiltered, style));
}

/** Unfinished ones by their deadline, then those that ended last. */
function byUrgency(one: RequestView, other: RequestView): number {
  if (one.finishedAt === null && other.finishedAt === null) return one.dueAt.localeCompare(other.dueAt);
  if (one.finishedAt === null) return -1;
  return other.finishedAt === null ? 1 : other.finishedAt.localeCompare(one.finishedAt);
}
