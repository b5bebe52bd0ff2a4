import { Command, Option } from 'commander';
import type { ExitCode } from '../exit-code.js';

/** Gets the exit code of the command that ran. */
export type Report = (code: ExitCode) => void;

/** A command that does something, as opposed to a group. All of them speak JSON. */
export function leafCommand(name: string, description: string, examples: readonly string[]): Command {
  const shown = examples.map((example) => `  $ ${example}`).join('\n');
  return new Command(name)
    .description(description)
    .addOption(new Option('--json', 'print JSON only'))
    .addHelpText('after', `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${shown}`);
}

/** A group of commands about one noun. Its parent's settings are copied to `leaves`, which commander does not do by itself. */
export function addGroup(
  program: Command,
  name: string,
  description: string,
  leaves: readonly Command[],
): void {
  const group = program.command(name).description(description);
  for (const leaf of leaves) group.addCommand(leaf.copyInheritedSettings(group));
}
