import type { Bench, Check } from '../check.js';
import { newAccess } from '../driver/access-state.js';
import { runAccess } from '../driver/access.js';
import { crashes, crashTap, type CrashPoint } from '../driver/crash.js';
import type { Finished } from '../driver/finished.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess } from '../driver/recording.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';

/** A new process goes on from what the dead one committed: nothing is lost, nothing is there twice. */
export function accessSurvivesCrashes(bench: Bench): Check {
  return {
    name: 'a crash before or after any call of an access loses nothing',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const steps = await recordAccess(site, subject);
        const journal = { state: newAccess(bench.connector.manifest, subject.subject) };
        for (const point of crashesOneAfterTheOther(steps)) {
          const doomed: ConnectorProcess = new ConnectorProcess(
            site,
            crashTap(point, () => doomed),
          );
          // An access that makes fewer calls after a crash is complete, or it is not.
          if (!(await crashes(runAccess(doomed, subject.subject, journal)))) break;
        }
        ensureComplete(await runAccess(new ConnectorProcess(site), subject.subject, journal), subject);
      }),
  };
}

/**
 * A crash before and one after each call. A process begins where the one before it died, that is with the same step; the
 * first crash of a step comes after all calls of the step before it.
 */
function crashesOneAfterTheOther(steps: readonly Finished[]): readonly CrashPoint[] {
  const calls = steps.map(({ operations }) => operations.length).filter((count) => count > 0);
  return calls.flatMap((count, index) => {
    const points = Array.from({ length: count }, (_, call) => call + 1).flatMap((attempt) => [
      { attempt, moment: 'before' } as const,
      { attempt, moment: 'after' } as const,
    ]);
    const [first, ...others] = points;
    return first === undefined ? [] : [{ ...first, attempt: (calls[index - 1] ?? 0) + 1 }, ...others];
  });
}
