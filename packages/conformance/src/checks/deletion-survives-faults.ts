import type { Bench, Check } from '../check.js';
import { oneOfAlike } from '../driver/alike.js';
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
import { endsDeletion, stillHolds } from '../driver/truth.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** A call of a deletion: as one of all calls, and as one of its step, which is made again after it failed. */
interface Call {
  readonly first: Target;
  readonly again: Target;
}

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
        for (const call of callsOf(steps)) {
          let left = faultCases(now, decoy.url).filter(
            (faultCase) => !isAnswer(bench, call.first, faultCase),
          );
          while (left.length > 0) {
            const tried = await withSite(bench, (site) => deleteWithFaults(site, call, left));
            left = left.slice(tried);
          }
        }
        ensure(decoy.visits === 0, 'a redirect to another host was followed');
      }),
  };
}

/** Every call but those of `locate`, which an access makes as well, and of steps that are like another one. */
function callsOf(steps: readonly Finished[]): readonly Call[] {
  const tried = oneOfAlike(steps.filter(({ kind }) => kind !== 'locate'));
  const within = steps.flatMap((step) => targetsIn(step.operations).map((again) => ({ step, again })));
  const all = targetsIn(steps.flatMap(({ operations }) => operations));
  return within.flatMap(({ step, again }, index) => {
    const first = all[index];
    return first !== undefined && tried.has(step) ? [{ first, again }] : [];
  });
}

/** Where a 404 is the vendor's word for "nothing there", nobody could tell it from the truth. */
function isAnswer({ vendor }: Bench, { operationId }: Target, faultCase: FaultCase): boolean {
  return hasStatus(faultCase, 404) && vendor.notFoundMeansNone.includes(operationId);
}

/**
 * One deletion in which the call goes wrong in one way after the other, until it ends in spite of one of them or there is
 * none left; then it has to end well. How many were tried.
 */
async function deleteWithFaults(site: Site, call: Call, faults: readonly FaultCase[]): Promise<number> {
  const { subject } = site.vendor;
  const journal = { state: newDeletion(site.connector.manifest, subject.subject) };
  const run = (where: string) =>
    runDeletion(new ConnectorProcess(site), subject.subject, journal, (step) => {
      ensureTruthful(site, step, where);
    });
  let where = '';
  for (const [index, faultCase] of faults.entries()) {
    where = `${call.first.operationId} (call ${call.first.nth}) answered with ${faultCase.name}`;
    const target = index === 0 ? call.first : call.again;
    const { fault, lasting } = faultCase;
    const before = site.vendor.calls.count(target.operationId);
    const end = await withFault(site, target, fault, lasting, () => settled(where, run(where)));
    if (!end.ok) continue;
    ensureHonest(site, end.result, faultCase, where);
    // After an answer that was lost the call may not be made again, and this fault met nothing.
    const met = site.vendor.calls.count(target.operationId) - before >= target.nth;
    return met || index === 0 ? index + 1 : index;
  }
  const resumed = await run(where);
  const well = confirmed(resumed) && subject.isErased();
  ensure(well, `${where}: once it is over, the deletion does not end confirmed`);
  return faults.length;
}

function ensureTruthful(site: Site, step: Finished, where: string): void {
  if (!endsDeletion(step)) return;
  const { outcome } = step.result;
  const truthful = !saysGone(outcome) || !stillHolds(site, step.work.operation);
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
