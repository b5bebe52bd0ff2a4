import type { Bench, Check } from '../check.js';
import type { Finished, FinishedOf } from '../driver/finished.js';
import { recordAccess } from '../driver/recording.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** The runner stops a scan early on these two promises; a false one loses records. */
export function scansKeepTheirPromises(bench: Bench): Check {
  return {
    name: 'scans keep the promised order, and nothing is older than its owner',
    run: () =>
      withSite(bench, async (site) => {
        const steps = await recordAccess(site, site.vendor.subject);
        for (const [resource, { scanOrder }] of Object.entries(bench.connector.manifest.resources)) {
          const pages = steps.filter((step) => isScanOf(step, resource));
          const things = pages.flatMap(({ result }) => result.things);
          if (scanOrder === 'updated_descending') ensureDescending(resource, things);
          for (const { owner, updatedAt } of things) {
            const since = existsSince(steps, owner);
            ensure(updatedAt >= since, `${resource}: a thing is older than \`existsSince\` of its owner`);
          }
        }
      }),
  };
}

function isScanOf(step: Finished, resource: string): step is FinishedOf<'scan'> {
  return step.kind === 'scan' && step.work.resource === resource;
}

function ensureDescending(resource: string, things: readonly { readonly updatedAt: number }[]): void {
  const times = things.map(({ updatedAt }) => updatedAt);
  const falling = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
  ensure(falling, `${resource}: the scan is not newest-updated first`);
}

function existsSince(steps: readonly Finished[], owner: string): number {
  const things = steps.flatMap((step) => (step.kind === 'locate' ? step.result.things : []));
  return things.find((thing) => thing.owner === owner)?.existsSince ?? 0;
}
