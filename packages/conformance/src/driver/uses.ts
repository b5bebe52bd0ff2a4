import type { OperationUse } from '@privacy-connectors/core';
import type { Bench } from '../check.js';
import type { VendorSettings } from '../vendor.js';
import { authorize } from './authorize.js';
import { disconnect } from './disconnect.js';
import type { Finished } from './finished.js';
import { targetsIn, withFault } from './injection.js';
import { withSettings } from './overridden.js';
import { perform } from './perform.js';
import { ConnectorProcess } from './process.js';
import { recordAccess, recordDeletion } from './recording.js';
import { settled } from './settled.js';
import type { Site } from './site.js';
import { withSite } from './with-site.js';
import { titleOf } from './work.js';

/** Operations that were called, by the work that called them. */
export type Uses = { readonly [Use in OperationUse]: readonly string[] };

/** Answers after which a connector may go another way. */
const refusals = [400, 401, 403, 404, 422];

/** What is called when nothing goes wrong, by a connection with these settings. */
export async function undisturbedUses(bench: Bench, settings: VendorSettings): Promise<Uses> {
  const { access, deletion } = await stepsOf(bench, settings);
  const connection = await withSite(bench, async (site) => {
    const process = new ConnectorProcess(withSettings(site, settings));
    await process.check();
    return process.operations;
  });
  return {
    connection,
    disconnection: await disconnectionUses(bench, settings),
    access: access.flatMap(({ operations }) => operations),
    deletion: deletion.flatMap(({ operations }) => operations),
  };
}

/** What is called besides when each call in turn is refused. */
export async function refusedUses(bench: Bench, settings: VendorSettings): Promise<Uses> {
  const { access, deletion } = await stepsOf(bench, settings);
  const { connection: checked } = await undisturbedUses(bench, settings);
  return withSite(bench, async (usual) => {
    const site = withSettings(usual, settings);
    return {
      connection: await refusing(site, checked, (process) => process.check(), 'check'),
      disconnection: [],
      access: await refusingSteps(site, access),
      deletion: await refusingSteps(site, deletion),
    };
  });
}

/** Once an app's access has ended there is nothing more to see, so a connection of its own ends. */
async function disconnectionUses(bench: Bench, settings: VendorSettings): Promise<readonly string[]> {
  if (bench.connector.implementation.disconnect === undefined) return [];
  return withSite(bench, async (site) => {
    const process = new ConnectorProcess((await authorize(withSettings(site, settings))).site);
    await disconnect(process);
    return process.operations;
  });
}

async function stepsOf(bench: Bench, settings: VendorSettings) {
  const record = (of: typeof recordAccess) =>
    withSite(bench, (site) => of(withSettings(site, settings), site.vendor.subject));
  const deletes = bench.connector.implementation.deletion !== undefined;
  return { access: await record(recordAccess), deletion: deletes ? await record(recordDeletion) : [] };
}

async function refusingSteps(site: Site, steps: readonly Finished[]): Promise<readonly string[]> {
  const called: string[] = [];
  for (const { work, operations } of steps) {
    const { subject } = site.vendor.subject;
    called.push(
      ...(await refusing(site, operations, (process) => perform(process, subject, work), titleOf(work))),
    );
  }
  return called;
}

async function refusing(
  site: Site,
  operations: readonly string[],
  act: (process: ConnectorProcess) => Promise<unknown>,
  where: string,
): Promise<readonly string[]> {
  const called: string[] = [];
  for (const target of targetsIn(operations)) {
    for (const status of refusals) {
      const process = new ConnectorProcess(site);
      await withFault(site, target, { kind: 'status', status }, true, () => settled(where, act(process)));
      called.push(...process.operations);
    }
  }
  return called;
}
