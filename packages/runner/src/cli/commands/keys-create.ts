import type { Command } from 'commander';
import { type Role, roles } from '../../access/role.js';
import type { NewApiKey } from '../../application/keys.js';
import { InputError } from '../../errors/runner-error.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { paragraph } from '../output/layout.js';
import { formatTime } from '../views/format.js';
import { leafCommand, type Report } from './leaf-command.js';

interface CreateOptions {
  readonly role: string;
  readonly name?: string;
  readonly expiresInDays?: string;
}

const examples = ['dsr keys create --role admin --json', 'dsr keys create --role operator --name helpdesk'];

/** `dsr keys create` */
export function keysCreateCommand(context: CommandContext, report: Report): Command {
  return leafCommand('create', 'Create a key and show it, this one time.', examples)
    .requiredOption(
      '--role <role>',
      `what it may do: ${roles.join(', ')}; each role includes those before it`,
    )
    .option('--name <name>', 'for people to tell keys apart')
    .option('--expires-in-days <days>', 'days that it is valid, 1 to 366 (default: 90)')
    .action(async (options: CreateOptions) => {
      await createKey(context, options);
      report(exitCodes.done);
    });
}

async function createKey(context: CommandContext, options: CreateOptions): Promise<void> {
  const wanted = newKey(options);
  const issued = await withServices(context, (services) => services.keys.create(wanted));
  const { id, role, expiresAt } = issued;
  const key = issued.key.reveal();
  context.output.result({ id, key, role, expiresAt }, () => [
    key,
    '',
    ...paragraph(`The key of role ${role} is valid until ${formatTime(expiresAt)}. It is not shown again.`),
  ]);
}

function newKey({ role, name, expiresInDays }: CreateOptions): NewApiKey {
  return {
    role: parseRole(role),
    ...(name === undefined ? {} : { name }),
    ...(expiresInDays === undefined ? {} : { expiresInDays: parseDays(expiresInDays) }),
  };
}

function parseRole(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role === undefined) throw new InputError(`--role takes one of ${roles.join(', ')}.`);
  return role;
}

function parseDays(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InputError('--expires-in-days needs a number of days from 1 to 366.');
}
