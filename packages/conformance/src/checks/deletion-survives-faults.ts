import type { Bench, Check } from '../check.js';
import { withDecoy } from '../driver/decoy.js';
import { confirmed, newDeletion, saysGone, type DeletionState } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { faultCases, hasStatus, type FaultCase } from '../driver/fault-cases.js';
import type { Finished } from '../driver/finished.js';
import { targetsIn, withFault, type Target } from '../driver/injection.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordDeletion } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** Every call goes wrong in every way: whatever the connector says then, it never says gone of what is there. */
export function deletionSurvivesFaults(bench: Bench): Check {
  return {
    name: 'no answer to any call of a deletion confirms it falsely',
    run: () =>
      withDecoy(async (decoy) => {
        const { steps, now } = await withSite(bench, async (site) => ({
          steps: await recordDeletion(site, site.vendor.subject),
          now: site.clock.now(),
        }));
        for (const target of targetsOf(steps)) {
          for (const faultCase of faultCases(now, decoy.url)) {
            if (isAnswer(bench, target, faultCase)) continue;
            await withSite(bench, (site) => deleteWithFault(site, target, faultCase));
          }
        }
        ensure(decoy.visits === 0, 'a redirect to another host was followed');
      }),
  };
}

/**
 * Every call but those of `locate`, which an access makes as well, and of looks between the first and the last, which are
 * all alike.
 */
function targetsOf(steps: readonly Finished[]): readonly Target[] {
  const looks = steps.filter(({ kind }) => kind === 'verify');
  const alike = new Set([...steps.filter(({ kind }) => kind === 'locate'), ...looks.slice(1, -1)]);
  const owners = steps.flatMap((step) => step.operations.map(() => step));
  return targetsIn(steps.flatMap(({ operations }) => operations)).filter((_, index) => {
    const owner = owners[index];
    return owner !== undefined && !alike.has(owner);
  });
}

/** Where a 404 is the vendor's word for "nothing there", nobody could tell it from the truth. */
function isAnswer({ vendor }: Bench, { operationId }: Target, faultCase: FaultCase): boolean {
  return hasStatus(faultCase, 404) && vendor.notFoundMeansNone.includes(operationId);
}

async function deleteWithFault(site: Site, target: Target, faultCase: FaultCase): Promise<void> {
  const where = `${target.operationId} (call ${target.nth}) answered with ${faultCase.name}`;
  const { subject } = site.vendor;
  const journal = { state: newDeletion };
  const watch = (step: Finished): void => {
    ensureTruthful(site, step, where);
  };
  const run = () => runDeletion(new ConnectorProcess(site), subject.subject, journal, watch);
  const end = await withFault(site, target, faultCase.fault, faultCase.lasting, () => settled(where, run()));
  if (end.ok) {
    ensureHonest(site, end.result, faultCase, where);
    return;
  }
  const resumed = await run();
  ensure(
    confirmed(resumed) && subject.isErased(),
    `${where}: once it is over, the deletion does not end confirmed`,
  );
}

function ensureTruthful({ vendor }: Site, step: Finished, where: string): void {
  if (step.kind !== 'erase' && step.kind !== 'look' && step.kind !== 'verify') return;
  const { outcome } = step.result;
  const truthful = !saysGone(outcome) || vendor.subject.isErased();
  ensure(truthful, `${where}: ${titleOf(step.work)} says ${outcome} while the vendor still holds data`);
}

function ensureHonest({ vendor }: Site, state: DeletionState, faultCase: FaultCase, where: string): void {
  ensure(
    !confirmed(state) || vendor.subject.isErased(),
    `${where}: confirmed while the vendor still holds data`,
  );
  const waited = state.operations.some(
    ({ progress }) => progress.at === 'done' && progress.outcome === 'unverified',
  );
  // A conflict may mean that an erasure is under way already; every other fault means that it was not accepted.
  ensure(!waited || hasStatus(faultCase, 409), `${where}: was taken for accepted, and nothing came of it`);
}
