import type { Bench, Check } from '../check.js';
import { newDeletion, saysGone } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import type { Finished } from '../driver/finished.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** "Accepted" is not "gone": as long as the vendor holds data, no step says that it does not. */
export function deletionIsNotConfirmedEarly(bench: Bench): Check {
  return {
    name: 'a deletion is not confirmed while the vendor still holds data',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        let looksWhileHeld = 0;
        await runDeletion(new ConnectorProcess(site), subject.subject, { state: newDeletion }, (step) => {
          if (!endsDeletion(step) || subject.isErased()) return;
          looksWhileHeld += 1;
          const { outcome } = step.result;
          ensure(
            !saysGone(outcome),
            `${titleOf(step.work)}: says ${outcome} while the vendor still holds data`,
          );
        });
        const asynchronous = bench.connector.manifest.capabilities.deletion?.mode === 'asynchronous';
        // The erasure itself and one look: else neither was tested.
        ensure(
          !asynchronous || looksWhileHeld >= 2,
          'the vendor never held data while the deletion was verified',
        );
      }),
  };
}

function endsDeletion(
  step: Finished,
): step is Extract<Finished, { readonly kind: 'erase' | 'look' | 'verify' }> {
  return step.kind === 'erase' || step.kind === 'look' || step.kind === 'verify';
}
