import type { Command } from 'commander';
import { summarise } from '../../connectors/connector-summary.js';
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
  const catalogue = await openCatalogue(context);
  const manifests = catalogue.list().map((connector) => connector.manifest);
  context.output.result(manifests.map(summarise), (style) => connectorTable(manifests, style));
}

async function showConnector(context: CommandContext, id: string): Promise<void> {
  const catalogue = await openCatalogue(context);
  const { manifest } = catalogue.get(id);
  context.output.result(manifest, (style) => connectorDetail(manifest, style));
}

function openCatalogue({ io, openers }: CommandContext): ReturnType<typeof openers.openCatalogue> {
  return settleOrInterrupt(openers.openCatalogue(io.environment), io);
}
