import type { Command } from 'commander';
import type { ConnectorManifests } from '../../application/connector-catalogue.js';
import type { CommandContext } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { settleOrInterrupt } from '../interruption.js';
import { connectorDetail } from '../views/connector-detail.js';
import { connectorTable } from '../views/connector-table.js';
import { addGroup, leafCommand, type Report } from './leaf-command.js';

/** `dsr connector …`: needs the catalogue only, no database. */
export function addConnectorCommands(program: Command, context: CommandContext, report: Report): void {
  addGroup(program, 'connector', 'Connectors that can be used.', [
    leafCommand('list', 'List the connectors.', ['dsr connector list']).action(async () => {
      await listConnectors(context);
      report(exitCodes.done);
    }),
    leafCommand('show', 'Show what a connector covers and needs.', ['dsr connector show drift'])
      .argument('<id>', 'id of the connector')
      .action(async (id: string) => {
        await showConnector(context, id);
        report(exitCodes.done);
      }),
  ]);
}

async function listConnectors(context: CommandContext): Promise<void> {
  const summaries = await withManifests(context, (manifests) => manifests.list());
  context.output.result(summaries, (style) => connectorTable(summaries, style));
}

async function showConnector(context: CommandContext, id: string): Promise<void> {
  const manifest = await withManifests(context, (manifests) => manifests.get(id));
  context.output.result(manifest, (style) => connectorDetail(manifest, style));
}

function withManifests<T>(
  { io, openers }: CommandContext,
  action: (manifests: ConnectorManifests) => Promise<T>,
): Promise<T> {
  return settleOrInterrupt(openers.openManifests(io.environment).then(action), io);
}
