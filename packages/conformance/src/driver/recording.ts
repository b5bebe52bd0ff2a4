import { runAccess } from './access.js';
import { planDeletion, runDeletion } from './deletion.js';
import type { Bench } from '../check.js';
import type { Finished, FinishedOf } from './finished.js';
import { ConnectorProcess } from './process.js';
import type { Site } from './site.js';
import { withSite } from './with-site.js';
import type { VendorPerson } from '../vendor.js';

/** Every step of an access request in which nothing goes wrong. */
export async function recordAccess(site: Site, { subject }: VendorPerson): Promise<readonly Finished[]> {
  const steps: Finished[] = [];
  await runAccess(new ConnectorProcess(site), subject, undefined, (step) => steps.push(step));
  return steps;
}

/** Every page of the plan of a deletion, which changes nothing; none when the connector cannot delete. */
export async function recordPlanning(site: Site): Promise<readonly FinishedOf<'plan'>[]> {
  if (site.connector.implementation.deletion === undefined) return [];
  const steps: Finished[] = [];
  const { subject } = site.vendor.subject;
  await planDeletion(new ConnectorProcess(site), subject, undefined, (step) => steps.push(step));
  return steps.filter((step) => step.kind === 'plan');
}

/** Every step of a deletion in which nothing goes wrong. The vendor is empty of the person afterwards. */
export async function recordDeletion(site: Site, { subject }: VendorPerson): Promise<readonly Finished[]> {
  const steps: Finished[] = [];
  await runDeletion(new ConnectorProcess(site), subject, undefined, (step) => steps.push(step));
  return steps;
}

/**
 * Does something with every step of both requests, each against a vendor that is as it was when the step was made: all
 * but the last look of a deletion against one that holds everything, the last one against one that erased the person.
 */
export async function replayEverything(
  bench: Bench,
  act: (site: Site, step: Finished) => Promise<void>,
): Promise<void> {
  await withSite(bench, async (site) => {
    for (const step of await recordAccess(site, site.vendor.subject)) await act(site, step);
  });
  if (bench.connector.implementation.deletion === undefined) return;
  await withSite(bench, async (erased) => {
    const steps = await recordDeletion(erased, erased.vendor.subject);
    await withSite(bench, async (site) => {
      for (const step of steps.slice(0, -1)) if (step.kind !== 'locate') await act(site, step);
    });
    for (const step of steps.slice(-1)) await act(erased, step);
  });
}
