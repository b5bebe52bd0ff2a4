import { ThrottledError, type ConnectorError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { withDecoy } from '../driver/decoy.js';
import { faultCases, hasStatus, type FaultCase } from '../driver/fault-cases.js';
import type { Finished } from '../driver/finished.js';
import { targetsIn, withFault, type Target } from '../driver/injection.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { keyOf } from '../driver/stored.js';
import { titleOf, type Kind, type Results } from '../driver/work.js';
import { ensure } from '../failure.js';

const forGood: readonly number[] = [400, 401, 403, 404, 409, 422];

/**
 * Every call of every step goes wrong in every way. The step then says what it says when nothing is wrong, or throws; it
 * never returns less. Steps depend on their arguments alone (another check), so the step is enough.
 */
export function accessSurvivesFaults(bench: Bench): Check {
  return {
    name: 'no answer to any call of an access makes records go missing silently',
    run: () =>
      withSite(bench, (site) =>
        withDecoy(async (decoy) => {
          const steps = await recordAccess(site, site.vendor.subject);
          for (const step of steps)
            for (const target of targetsIn(step.operations)) await everyFault(site, step, target, decoy.url);
          ensure(decoy.visits === 0, 'a redirect to another host was followed');
        }),
      ),
  };
}

async function everyFault(site: Site, step: Finished, target: Target, elsewhere: string): Promise<void> {
  for (const faultCase of faultCases(site.clock.now(), elsewhere)) {
    // A page of HTML is a valid file, and a file is handed over whatever is in it.
    if (step.kind === 'open' && faultCase.fault.kind === 'html') continue;
    await oneFault(site, step, target, faultCase);
  }
}

async function oneFault(site: Site, step: Finished, target: Target, faultCase: FaultCase): Promise<void> {
  const where = `${titleOf(step.work)}, ${target.operationId} answered with ${faultCase.name}`;
  const { subject } = site.vendor.subject;
  const process = new ConnectorProcess(site);
  const { fault, lasting } = faultCase;
  const end = await withFault(site, target, fault, lasting, () =>
    settled(where, perform(process, subject, step.work)),
  );
  if (!end.ok) ensureUseful(end.error, where);
  else if (keyOf(end.result) !== keyOf(step.result)) {
    const withoutNames =
      costsNamesOnly(site, target, faultCase) &&
      keyOf(withoutPeople(end.result)) === keyOf(withoutPeople(step.result));
    ensure(
      withoutNames || isHonestlyGone(site, end.result, target, faultCase),
      `${where}: the step succeeded with another result`,
    );
  }
}

/**
 * A 404 may mean that a thing is gone, which the step says with `skipped`, or that there is nothing, where the vendor says
 * so. A 401 may mean that a thing is hidden, where the vendor says so.
 */
function isHonestlyGone(site: Site, result: Results[Kind], target: Target, faultCase: FaultCase): boolean {
  const { notFoundMeansNone, unauthorisedMeansHidden = [] } = site.conformanceVendor;
  if (hasStatus(faultCase, 404)) return isSkipped(result) || notFoundMeansNone.includes(target.operationId);
  return (
    hasStatus(faultCase, 401) && isSkipped(result) && unauthorisedMeansHidden.includes(target.operationId)
  );
}

/** A refusal for good, of what only tells names. What may pass is no reason to go without them. */
function costsNamesOnly(
  { conformanceVendor: { namesOnly = [] } }: Site,
  { operationId }: Target,
  { fault }: FaultCase,
): boolean {
  if (!namesOnly.includes(operationId)) return false;
  return fault.kind === 'html' || (fault.kind === 'status' && forGood.includes(fault.status));
}

function withoutPeople(result: Results[Kind]): unknown {
  if (result === null || typeof result === 'string' || !('records' in result)) return result;
  return { ...result, records: result.records.map((record) => ({ ...record, people: [] })) };
}

/** Wholly: a page that says so and still has records is neither. */
function isSkipped(result: Results[Kind]): boolean {
  if (result === null) return true;
  if (typeof result === 'string' || !('records' in result)) return false;
  return result.skipped !== undefined && result.records.length === 0 && result.next === null;
}

function ensureUseful(error: ConnectorError, where: string): void {
  if (!(error instanceof ThrottledError)) return;
  ensure(Number.isFinite(error.retryAt.getTime()), `${where}: the time to try again is not a time`);
}
