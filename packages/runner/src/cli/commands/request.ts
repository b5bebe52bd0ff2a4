import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { requestAccessCommand } from './request-access.js';
import { requestApproveCommand } from './request-approve.js';
import { requestDeleteCommand } from './request-delete.js';
import { requestExportCommand } from './request-export.js';
import { requestExtendCommand } from './request-extend.js';
import { requestHoldCommand } from './request-hold.js';
import { requestListCommand } from './request-list.js';
import { requestReviewCommand } from './request-review.js';
import { requestStateCommands } from './request-state.js';
import { requestWaitCommand } from './request-wait.js';
import { addGroup, type Report } from './leaf-command.js';

/** `dsr request …` */
export function addRequestCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'request', 'Privacy requests of data subjects.', [
    requestAccessCommand(context, report),
    requestDeleteCommand(context, report),
    requestListCommand(context, report),
    ...requestStateCommands(context, report),
    requestApproveCommand(context, report),
    requestExtendCommand(context, report),
    requestHoldCommand(context, report),
    requestWaitCommand(context, report),
    requestReviewCommand(context, report),
    requestExportCommand(context, report),
  ]);
}
