import { CancelledError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { replayEverything } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** A cancelled request stops at the call that is under way. */
export function abortReachesEveryCall(bench: Bench): Check {
  return {
    name: 'the abort signal reaches every call',
    run: () =>
      replayEverything(bench, async (site, step) => {
        for (const call of step.operations.keys()) await abortAt(site, step, call + 1);
      }),
  };
}

async function abortAt(site: Site, step: Finished, call: number): Promise<void> {
  let aborted = false;
  const process: ConnectorProcess = new ConnectorProcess(site, {
    call: (request, next) => {
      if (process.operations.length === call) {
        process.abort();
        aborted = request.signal.aborted;
      }
      return next(request);
    },
  });
  const where = `${titleOf(step.work)}, ${step.operations[call - 1] ?? ''}`;
  const end = await settled(where, perform(process, site.vendor.subject.subject, step.work));
  // A look at a vendor that is not done yet ends before the later calls of one that was.
  if (process.operations.length < call) return;
  ensure(aborted, `${where}: the call does not carry the step's signal`);
  ensure(!end.ok, `${where}: the step went on after it was aborted`);
  ensure(
    end.error instanceof CancelledError,
    `${where}: ended as ${end.error.name} and not as CancelledError`,
  );
}
