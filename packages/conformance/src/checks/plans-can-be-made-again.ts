import { noCursor } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { planDeletion } from '../driver/deletion.js';
import type { DeletionState } from '../driver/deletion-state.js';
import type { Finished } from '../driver/finished.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';
import { ensure, ensureSame } from '../failure.js';

/** A person approves the plan, and it is made again before anything is sent: it must be whole, and the same. */
export function plansCanBeMadeAgain(bench: Bench): Check {
  return {
    name: 'a plan is made page by page, is the same when made again and changes nothing',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const pages: Finished[] = [];
        const plan = await planned(site, pages);
        ensureWhole(bench, plan, pages);
        const again = await planned(site, []);
        ensureSame(again.operations, plan.operations, 'a plan that is made again is another one');
        for (const { work, result } of [...pages].reverse()) {
          const replayed = await perform(new ConnectorProcess(site), subject.subject, work);
          ensureSame(replayed, result, 'plan: another page with the same arguments');
        }
        ensureComplete(await runAccess(new ConnectorProcess(site), subject.subject), subject);
      }),
  };
}

function planned(site: Site, pages: Finished[]): Promise<DeletionState> {
  const { subject } = site.vendor.subject;
  return planDeletion(new ConnectorProcess(site), subject, undefined, (step) => {
    if (step.kind === 'plan') pages.push(step);
  });
}

function ensureWhole({ connector }: Bench, { operations }: DeletionState, pages: readonly Finished[]): void {
  ensure(operations.length > 0, 'the plan has no operation');
  const keys = operations.map(({ planned }) => planned.key);
  ensure(new Set(keys).size === keys.length, 'two operations of the plan have the same key');
  const paged = connector.implementation.deletion?.planCursor !== noCursor;
  ensure(!paged || pages.length > 1, 'plan: no second page was reached');
}
