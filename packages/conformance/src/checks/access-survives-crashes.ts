import type { Bench, Check } from '../check.js';
import { newAccess, type AccessState } from '../driver/access-state.js';
import { runAccess } from '../driver/access.js';
import { crashPoints, crashTap, dies, type CrashPoint } from '../driver/crash.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';

/** A new process goes on from what the dead one committed: nothing is lost, nothing is there twice. */
export function accessSurvivesCrashes(bench: Bench): Check {
  return {
    name: 'a crash before or after any call of an access loses nothing',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const whole = new ConnectorProcess(site);
        await runAccess(whole, subject.subject);
        for (const point of crashPoints(whole.attempts)) {
          ensureComplete(await accessWithCrash(site, point), subject);
        }
      }),
  };
}

async function accessWithCrash(site: Site, point: CrashPoint): Promise<AccessState> {
  const { subject } = site.vendor.subject;
  const journal = { state: newAccess };
  const doomed: ConnectorProcess = new ConnectorProcess(
    site,
    crashTap(point, () => doomed),
  );
  await dies(runAccess(doomed, subject, journal));
  return runAccess(new ConnectorProcess(site), subject, journal);
}
