import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { fullSpeedBudgets } from '../driver/full-speed-budgets.js';
import { hasty, payersOf, type Payer } from '../driver/payers.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { rest } from '../driver/rest.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** Calls of one kind after which a window is taken to be as wide as declared. */
const mostCalls = 1000;

/**
 * Everything is sent as fast as the connector declares, each call in the class it is declared to count in, and the vendor
 * never refuses: no figure is too high, and no call counts elsewhere. What is sent faster the vendor does refuse, or nothing
 * was tested.
 */
export function declaredRateIsKept(bench: Bench): Check {
  return {
    name: "the declared rate is within the vendor's limit",
    run: async () => {
      await withSite(bench, requestsAtFullSpeed);
      await withSite(bench, async (site) => {
        for (const payer of await payersOf(site)) {
          await fillWindows(site, payer);
          await overflow(site, payer);
        }
      });
    },
  };
}

async function requestsAtFullSpeed(site: Site): Promise<void> {
  const process = new ConnectorProcess(await rested(site));
  const { subject } = site.vendor.subject;
  await process.check();
  await runAccess(process, subject);
  if (process.implementation.deletion !== undefined) await runDeletion(process, subject);
  ensureNeverRefused(site, 'a request');
}

/** As many calls as the widest window declares, and one more. */
async function fillWindows(site: Site, { step, limits, operationId }: Payer): Promise<void> {
  const hurried = await rested(site);
  const widest = Math.max(...limits.map((limit) => ('burst' in limit ? 2 * limit.burst : limit.requests)));
  const before = refusals(site);
  for (let call = 0; call <= Math.min(widest, mostCalls); call += 1) await again(hurried, step);
  const refused = refusals(site) - before;
  ensure(
    refused === 0,
    `${operationId}: at the declared rate the vendor refused ${refused} calls as too many`,
  );
}

/** As many calls at once as the narrowest limit allows, and one more. */
async function overflow(site: Site, { step, limits, operationId }: Payer): Promise<void> {
  await rest(new ConnectorProcess(site));
  const narrowest = Math.min(...limits.map((limit) => ('burst' in limit ? limit.burst : limit.requests)));
  const before = refusals(site);
  for (let call = 0; call <= narrowest && refusals(site) === before; call += 1)
    await again(hasty(site), step);
  const met = refusals(site) > before;
  ensure(met, `${operationId}: the vendor refuses nothing above the declared rate: give it its limits`);
}

async function again(site: Site, { work }: Payer['step']): Promise<void> {
  await settled(titleOf(work), perform(new ConnectorProcess(site), site.vendor.subject.subject, work));
}

/** The site after a rest of the vendor, with budgets that hold nothing back below the declared rate. */
async function rested(site: Site): Promise<Site> {
  const process = new ConnectorProcess(site);
  await rest(process);
  return { ...site, budgetOf: fullSpeedBudgets(site.clock, process.profile.rateLimits) };
}

function refusals({ vendor }: Site): number {
  return vendor.calls.countStatus(429);
}

function ensureNeverRefused({ vendor }: Site, what: string): void {
  const refused = vendor.calls.all.filter(({ status }) => status === 429);
  const where = [...new Set(refused.map(({ operationId }) => operationId))].join(', ');
  ensure(refused.length === 0, `${what}: the vendor refused ${refused.length} calls as too many: ${where}`);
}
