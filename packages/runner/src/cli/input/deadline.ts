import { type Command, Option } from 'commander';
import type { NewRequest } from '../../application/new-request.js';
import { endOf, startOf } from '../../deadlines/parse-time.js';
import { type Regulation, regulations } from '../../deadlines/regulation.js';
import { InputError } from '../../errors/runner-error.js';

/** Options of the commands that record a request: until when it has to be done. */
export interface DeadlineOptions {
  readonly regulation?: Regulation;
  readonly received?: string;
  readonly due?: string;
}

/** Adds {@link DeadlineOptions} to a command. */
export function addDeadlineOptions(command: Command): Command {
  const regulation = new Option(
    '--regulation <name>',
    'the law that sets the deadline (default: gdpr, or as configured)',
  );
  return command
    .addOption(regulation.choices(regulations))
    .option('--received <date>', 'day on which the person asked (default: now)')
    .addOption(dueOption('last day for it, with --regulation other'));
}

/** `--due`, which the command that extends a deadline has too. */
export function dueOption(description: string): Option {
  return new Option('--due <date>', description);
}

/** @throws InputError when a date is none. */
export function readDeadline({
  regulation,
  received,
  due,
}: DeadlineOptions): Pick<NewRequest, 'regulation' | 'receivedAt' | 'dueAt'> {
  return {
    ...(regulation === undefined ? {} : { regulation }),
    ...(received === undefined ? {} : { receivedAt: readDate('--received', startOf(received)) }),
    ...readDue(due),
  };
}

/** The last moment of the day that `--due` names. @throws InputError when it names none. */
export function readDue(due: string | undefined): { readonly dueAt?: Date } {
  return due === undefined ? {} : { dueAt: readDate('--due', endOf(due)) };
}

/** @throws InputError when there is no date. */
export function readDate(option: string, date: Date | undefined): Date {
  if (date !== undefined) return date;
  throw new InputError(`${option} needs a date or a time in ISO 8601, e.g. 2026-12-24.`);
}
