import type { Command } from 'commander';
import type { AuditRange } from '../../application/audit-trail.js';
import { startOf } from '../../deadlines/parse-time.js';
import { InputError } from '../../errors/runner-error.js';
import { readDate } from './deadline.js';

/** Options of the commands that are about a part of the audit log. */
export interface AuditRangeOptions {
  readonly from?: string;
  readonly to?: string;
}

/** Adds {@link AuditRangeOptions} to a command. */
export function addRangeOptions(command: Command): Command {
  return command
    .option('--from <date>', 'only entries from this day on')
    .option('--to <date>', 'only entries from before this day');
}

/** @throws InputError when a date is none, or there is no time between the two. */
export function readRange(options: AuditRangeOptions): AuditRange {
  const from = options.from === undefined ? undefined : readDate('--from', startOf(options.from));
  const to = options.to === undefined ? undefined : readDate('--to', startOf(options.to));
  if (from !== undefined && to !== undefined && from >= to) throw new InputError(nothingBetween);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const nothingBetween =
  'No time lies from --from on and before --to: give an earlier --from, or a later --to.';
