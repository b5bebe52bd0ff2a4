import type { Bench, Check } from '../check.js';
import { saysGone } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { keyOf } from '../driver/stored.js';
import { endsDeletion, stillHolds, type EndingStep } from '../driver/truth.js';
import { withSite } from '../driver/with-site.js';
import { titleOf, type WorkOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** "Accepted" is not "gone": as long as the vendor holds data, no step says that it does not. */
export function deletionIsNotConfirmedEarly(bench: Bench): Check {
  return {
    name: 'a deletion is not confirmed while the vendor still holds data',
    run: async () => {
      const steps = await withSite(bench, watchedDeletion);
      await withSite(bench, (untouched) => lookTooEarly(untouched, steps));
    },
  };
}

async function watchedDeletion(site: Site): Promise<readonly EndingStep[]> {
  const { connector, vendor } = site;
  const steps: EndingStep[] = [];
  let looksWhileHeld = 0;
  await runDeletion(new ConnectorProcess(site), vendor.subject.subject, undefined, (step) => {
    if (!endsDeletion(step)) return;
    steps.push(step);
    if (!stillHolds(site, step.work.operation)) return;
    looksWhileHeld += 1;
    const { outcome } = step.result;
    ensure(!saysGone(outcome), `${titleOf(step.work)}: says ${outcome} while the vendor still holds data`);
  });
  const asynchronous = connector.manifest.capabilities.deletion?.mode === 'asynchronous';
  // The erasure itself and one look: else neither was tested.
  ensure(!asynchronous || looksWhileHeld >= 2, 'the vendor never held data while the deletion was verified');
  return steps;
}

/** Every look of the deletion at a vendor on which nothing was erased, as if it had accepted and done nothing. */
async function lookTooEarly(site: Site, steps: readonly EndingStep[]): Promise<void> {
  for (const work of looksOf(steps)) {
    if (!stillHolds(site, work.operation)) continue;
    const step = perform(new ConnectorProcess(site), site.vendor.subject.subject, work);
    const end = await settled(titleOf(work), step);
    const early = end.ok && saysGone(end.result.outcome);
    ensure(!early, `${titleOf(work)}: says gone of what was never erased`);
  }
}

function looksOf(steps: readonly EndingStep[]): readonly (WorkOf<'look'> | WorkOf<'verify'>)[] {
  const works = steps.map(({ work }) =>
    work.kind === 'verify' ? work : ({ kind: 'look', operation: work.operation } as const),
  );
  return [...new Map(works.map((work) => [keyOf(work), work])).values()];
}
