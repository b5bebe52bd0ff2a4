import type { Command } from 'commander';
import type { AuditRange, AuditTrail } from '../../application/audit-trail.js';
import type { AuditEntryView } from '../../application/views/audit-view.js';
import { InputError } from '../../errors/runner-error.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { addRangeOptions, type AuditRangeOptions, readRange } from '../input/audit-range.js';
import { auditTable } from '../views/audit-table.js';
import { leafCommand, type Report } from './leaf-command.js';

/** Entries that the service gives at a time. */
const pageSize = 100;

/** `dsr audit list` */
export function auditListCommand(context: CommandContext, report: Report): Command {
  const command = leafCommand('list', 'List entries of the audit log, the newest first.', [
    'dsr audit list',
    'dsr audit list --from 2026-11-01 --to 2026-12-01 --limit 1000 --json',
  ]);
  return addRangeOptions(command)
    .option('--limit <n>', 'how many at most', '50')
    .action(async (options: AuditRangeOptions & { readonly limit: string }) => {
      const [range, limit] = [readRange(options), readLimit(options.limit)];
      const entries = await withServices(context, ({ audit }) => newest(audit, range, limit));
      context.output.result(entries, (style) => auditTable(entries, style));
      report(exitCodes.done);
    });
}

async function newest(
  audit: AuditTrail,
  range: AuditRange,
  limit: number,
): Promise<readonly AuditEntryView[]> {
  const entries: AuditEntryView[] = [];
  let cursor: string | null = null;
  do {
    const size = Math.min(pageSize, limit - entries.length);
    const page = await audit.page({ ...range, newestFirst: true }, cursor, size);
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && entries.length < limit);
  return entries;
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InputError('--limit needs a number from 1 to 999999. dsr audit export hands out all entries.');
}
