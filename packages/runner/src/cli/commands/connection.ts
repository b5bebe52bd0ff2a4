import type { Command } from 'commander';
import { type CommandContext, withServices } from '../command-context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { connectionNotes } from '../views/connection-notes.js';
import { connectionTable } from '../views/connection-table.js';
import { connectionTest } from '../views/connection-test.js';
import { connectionAddCommand } from './connection-add.js';
import { connectionPolicyCommand } from './connection-policy.js';
import { connectionRemoveCommand } from './connection-remove.js';
import { addGroup, leafCommand, type Report } from './leaf-command.js';

/** `dsr connection …` */
export function addConnectionCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'connection', 'Configured accounts at vendors.', [
    connectionAddCommand(context, report),
    connectionPolicyCommand(context, report),
    leafCommand('list', 'List the connections.', ['dsr connection list']).action(async () => {
      await listConnections(context);
      report(exitCodes.done);
    }),
    leafCommand('test', 'Ask the vendor whether a connection works.', ['dsr connection test support'])
      .argument('<name>', 'name of the connection')
      .action(async (name: string) => {
        report(await testConnection(context, name));
      }),
    connectionRemoveCommand(context, report),
  ]);
}

async function listConnections(context: CommandContext): Promise<void> {
  const connections = await withServices(context, (services) => services.connections.list());
  context.output.result(connections, (style) => [
    ...connectionTable(connections, style),
    ...connectionNotes(connections, new Date(), style),
  ]);
}

async function testConnection(context: CommandContext, name: string): Promise<ExitCode> {
  const test = await withServices(context, ({ connections }) => connections.test(name, context.io.signal));
  context.output.result(test, (style) => connectionTest(test, style));
  return test.alive ? exitCodes.done : exitCodes.connectionRejected;
}
