import type { Command } from 'commander';
import type { NewRequest } from '../../application/new-request.js';
import type { WidenedKind } from '../../application/views/request-view.js';
import { InputError } from '../../errors/runner-error.js';
import { collect } from '../collect.js';

/** Options of the commands that record a request: whom it is about. */
export interface PersonOptions {
  readonly email?: readonly string[];
  readonly phone?: readonly string[];
  readonly identifier?: readonly string[];
  readonly widen?: readonly string[];
}

const widened: readonly WidenedKind[] = ['email', 'phone'];

/** Adds {@link PersonOptions} to a command. */
export function addPersonOptions(command: Command): Command {
  return command
    .optionsGroup('The person, by at least one of:')
    .option('--email <address>', 'an e-mail address, can be repeated', collect)
    .option('--phone <number>', 'a phone number with + and country code, can be repeated', collect)
    .option('--identifier <namespace:value>', 'an id within a declared name space, can be repeated', collect)
    .optionsGroup('Options:')
    .option(
      '--widen <kind>',
      'also search by further ones that are found: email or phone, can be repeated',
      collect,
    );
}

/** @throws InputError when nobody is named, or an option is malformed; it repeats no value. */
export function readPerson(options: PersonOptions): Pick<NewRequest, 'emails' | 'phones' | 'ids' | 'widen'> {
  const { email: emails = [], phone: phones = [], identifier = [], widen = [] } = options;
  if (emails.length + phones.length + identifier.length === 0) throw new InputError(nobody);
  return { emails, phones, ids: identifier.map(parseId), widen: [...new Set(widen.map(parseKind))] };
}

const nobody =
  'Name the person: give --email <address>, --phone <number> or --identifier <namespace:value>. See --help.';

function parseId(text: string): { readonly namespace: string; readonly value: string } {
  const separator = text.indexOf(':');
  if (separator < 1) {
    throw new InputError('--identifier needs a name space and a value: write --identifier shop:1234.');
  }
  return { namespace: text.slice(0, separator), value: text.slice(separator + 1) };
}

function parseKind(text: string): WidenedKind {
  const kind = widened.find((each) => each === text);
  if (kind === undefined) throw new InputError('--widen takes email or phone.');
  return kind;
}
