import type { Subject } from '@privacy-connectors/core';
import { CancelledError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

type Run = (process: ConnectorProcess, subject: Subject) => Promise<unknown>;

/** A cancelled request stops at the call that is under way. */
export function abortReachesEveryCall(bench: Bench): Check {
  const runs: readonly Run[] =
    bench.connector.implementation.deletion === undefined ? [runAccess] : [runAccess, runDeletion];
  return {
    name: 'the abort signal reaches every call',
    run: async () => {
      for (const run of runs) {
        const calls = await withSite(bench, (site) => countCalls(site, run));
        for (let call = 1; call <= calls; call += 1)
          await withSite(bench, (site) => abortAt(site, run, call));
      }
    },
  };
}

async function countCalls(site: Site, run: Run): Promise<number> {
  const process = new ConnectorProcess(site);
  await run(process, site.vendor.subject.subject);
  return process.operations.length;
}

async function abortAt(site: Site, run: Run, call: number): Promise<void> {
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
  const end = await settled(`call ${call}`, run(process, site.vendor.subject.subject));
  const where = `${process.operations[call - 1] ?? ''} (call ${call})`;
  ensure(aborted, `${where}: the call does not carry the step's signal`);
  ensure(!end.ok, `${where}: the step went on after it was aborted`);
  ensure(
    end.error instanceof CancelledError,
    `${where}: ended as ${end.error.name} and not as CancelledError`,
  );
}
