import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { auditExportCommand } from './audit-export.js';
import { auditListCommand } from './audit-list.js';
import { auditVerifyCommand } from './audit-verify.js';
import { addGroup, type Report } from './leaf-command.js';

/** `dsr audit …` */
export function addAuditCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'audit', 'What was done, and by whom.', [
    auditListCommand(context, report),
    auditVerifyCommand(context, report),
    auditExportCommand(context, report),
  ]);
}
