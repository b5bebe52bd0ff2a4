import type { Command } from 'commander';
import { collect } from '../collect.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { parseAssignments } from '../input/assignments.js';
import { fields } from '../output/layout.js';
import { leafCommand, type Report } from './leaf-command.js';

const description =
  "Change what packages do with other people's words and names: export, redact or withhold, by kind of author.";

/** `dsr connection policy` */
export function connectionPolicyCommand(context: CommandContext, report: Report): Command {
  return leafCommand('policy', description, [
    'dsr connection policy support --policy internal_note=redact',
    'dsr connection policy support --policy agent=export --policy other_person=withhold',
  ])
    .summary("Change what packages do with other people's words and names.")
    .argument('<name>', 'name of the connection')
    .requiredOption('--policy <kind=mode>', 'what to do with a kind of author, can be repeated', collect)
    .action(async (name: string, options: { readonly policy: readonly string[] }) => {
      const policy = parseAssignments('--policy', options.policy);
      const changed = await withServices(context, ({ connections }) =>
        connections.changePolicy(name, policy),
      );
      context.output.result(changed, () => fields(Object.entries(changed.policy)));
      report(exitCodes.done);
    });
}
