import type { Command } from 'commander';
import type { Requests } from '../../application/requests.js';
import type { RedactionItemView } from '../../application/views/redaction-item-view.js';
import { InputError } from '../../errors/runner-error.js';
import { policyModes, type PolicyMode } from '../../redaction/policy.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { redactionList } from '../views/redaction-list.js';
import { leafCommand, type Report } from './leaf-command.js';

type ReviewOptions = { readonly [Mode in PolicyMode]?: string } & { readonly reason?: string };

const pageSize = 100;
const description =
  'List what the package of a request leaves out or replaces for the sake of other people, with their names; or decide about one record.';

/** `dsr request review` */
export function requestReviewCommand(context: CommandContext, report: Report): Command {
  return leafCommand('review', description, [
    'dsr request review 3f2a91c0',
    'dsr request review 3f2a91c0 --export support/messages/4711 \\\n      --reason "The note quotes the person only."',
  ])
    .summary("Review what is done about other people's data.")
    .argument('<id>', 'id of the request, or its first 8 or more characters')
    .option('--export <record>', 'hand this record over in full')
    .option('--redact <record>', 'hand this record over without names and contact data of others')
    .option('--withhold <record>', 'leave this record out')
    .option('--reason <text>', 'why; kept sealed, with the request')
    .action(async (id: string, options: ReviewOptions) => {
      await review(context, id, options);
      report(exitCodes.done);
    });
}

async function review(context: CommandContext, id: string, options: ReviewOptions): Promise<void> {
  const decision = decisionOf(options);
  const items = await withServices(context, async ({ requests }) =>
    decision === undefined ? all(requests, id) : [await requests.decide(id, decision)],
  );
  context.output.result(items, (style) => redactionList(items, style));
}

function decisionOf(options: ReviewOptions) {
  const [mode, ...more] = policyModes.filter((each) => options[each] !== undefined);
  if (mode === undefined && options.reason === undefined) return undefined;
  if (mode === undefined || more.length > 0)
    throw new InputError(
      'Decide one thing at a time: one of --export, --redact and --withhold, with --reason.',
    );
  if (options.reason === undefined) throw new InputError('A decision needs --reason "why".');
  return { record: options[mode] ?? '', mode, reason: options.reason };
}

async function all(requests: Pick<Requests, 'review'>, id: string): Promise<readonly RedactionItemView[]> {
  const items: RedactionItemView[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Requests['review']>> = await requests.review(id, cursor, pageSize);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
