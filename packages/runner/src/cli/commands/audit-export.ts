import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { AuditRange } from '../../application/audit-trail.js';
import { replaceFile } from '../../package/destination.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { addRangeOptions, type AuditRangeOptions, readRange } from '../input/audit-range.js';
import { paragraph } from '../output/layout.js';
import { leafCommand, type Report } from './leaf-command.js';

/** `dsr audit export` */
export function auditExportCommand(context: CommandContext, report: Report): Command {
  const command = leafCommand(
    'export',
    'Export the audit log as lines of JSON that can be checked offline.',
    [
      'dsr audit export --out audit.jsonl',
      'dsr audit export --out november.jsonl --from 2026-11-01 --to 2026-12-01',
    ],
  );
  return addRangeOptions(command.requiredOption('--out <file>', 'file to write')).action(
    async ({ out, ...range }: AuditRangeOptions & { readonly out: string }) => {
      const written = await exportTo(context, out, readRange(range));
      const text = `Written: ${out} (${written.entries.toLocaleString('en-US')} entries and their checkpoint).`;
      context.output.result(written, () => paragraph(text));
      report(exitCodes.done);
    },
  );
}

async function exportTo(context: CommandContext, file: string, range: AuditRange) {
  let lines = 0;
  await withServices(context, async ({ audit }) => {
    const content = await audit.export(range);
    const counted = (async function* () {
      for await (const text of content) {
        lines += text.split('\n').length - 1;
        yield text;
      }
    })();
    await replaceFile(file, (target) => pipeline(counted, target));
  });
  return { file, entries: lines - 1 };
}
