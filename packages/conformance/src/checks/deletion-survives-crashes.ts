import type { Bench, Check } from '../check.js';
import { crashPoints, crashTap, dies, type CrashPoint } from '../driver/crash.js';
import { confirmed, newDeletion } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordDeletion } from '../driver/recording.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Wherever a process dies, the next one ends the deletion, and erases at most once more. */
export function deletionSurvivesCrashes(bench: Bench): Check {
  return {
    name: 'a crash before or after any call of a deletion loses nothing',
    run: async () => {
      const steps = await withSite(bench, (site) => recordDeletion(site, site.vendor.subject));
      const attempts = steps.flatMap(({ operations }) => operations).length;
      const erasing = steps.flatMap(({ kind, operations }) => (kind === 'erase' ? operations : []));
      for (const point of crashPoints(attempts)) {
        await withSite(bench, (site) => deleteWithCrash(site, point, erasing));
      }
    },
  };
}

async function deleteWithCrash(site: Site, point: CrashPoint, erasing: readonly string[]): Promise<void> {
  const where = `a crash ${point.moment} call ${point.attempt}`;
  const { subject, calls } = site.vendor;
  const journal = { state: newDeletion(site.connector.manifest, subject.subject) };
  const doomed: ConnectorProcess = new ConnectorProcess(
    site,
    crashTap(point, () => doomed),
  );
  await dies(runDeletion(doomed, subject.subject, journal));
  const state = await runDeletion(new ConnectorProcess(site), subject.subject, journal);
  ensure(confirmed(state) && subject.isErased(), `${where}: the deletion did not end confirmed`);
  for (const operationId of new Set(erasing)) {
    const planned = erasing.filter((each) => each === operationId).length;
    const repeated = calls.count(operationId) - planned;
    const isChange = site.connector.manifest.operations[operationId]?.method !== 'GET';
    ensure(!isChange || repeated <= 1, `${where}: ${operationId} was repeated ${repeated} times`);
  }
}
