import type { Command } from 'commander';
import type { AuditRange } from '../../application/application.js';
import { startOf } from '../../deadlines/parse-time.js';
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

/** @throws InputError when a date is none. */
export function readRange({ from, to }: AuditRangeOptions): AuditRange {
  return {
    ...(from === undefined ? {} : { from: readDate('--from', startOf(from)) }),
    ...(to === undefined ? {} : { to: readDate('--to', startOf(to)) }),
  };
}
