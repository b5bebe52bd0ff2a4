import type { RateLimit } from '@privacy-connectors/core';
import { connectionBudgets, type BudgetOf, type RateBudget } from '@privacy-connectors/core/rate-limit';
import type { Finished } from './finished.js';
import { perform } from './perform.js';
import { ConnectorProcess } from './process.js';
import { recordAccess, recordPlanning } from './recording.js';
import { rest } from './rest.js';
import type { Site } from './site.js';

/** A step that reads and is paid from a budget that no other one of the list is paid from. */
export interface Payer {
  readonly step: Finished;
  /** The call that is paid from it. */
  readonly operationId: string;
  readonly limits: readonly RateLimit[];
}

/** For each budget, one step that reads and is paid from it. */
export async function payersOf(site: Site): Promise<readonly Payer[]> {
  const steps = [...(await recordAccess(site, site.vendor.subject)), ...(await recordPlanning(site))];
  const payers = new Map<RateBudget, Payer>();
  const limits = new Map<RateBudget, readonly RateLimit[]>();
  const { rateLimits } = new ConnectorProcess(site).profile;
  const declared = connectionBudgets(rateLimits, (each) => {
    const budget = unlimited();
    limits.set(budget, each);
    return budget;
  });
  for (const step of steps) {
    const budgetOf: BudgetOf = (call) => {
      const budget = declared(call);
      const { operationId } = call;
      if (!payers.has(budget)) payers.set(budget, { step, operationId, limits: limits.get(budget) ?? [] });
      return budget;
    };
    const process = new ConnectorProcess({ ...site, budgetOf });
    await rest(process);
    await perform(process, site.vendor.subject.subject, step.work);
  }
  return [...payers.values()];
}

/** The same site without any budget. */
export function hasty(site: Site): Site {
  const budget = unlimited();
  return { ...site, budgetOf: () => budget };
}

function unlimited(): RateBudget {
  return { acquire: () => Promise.resolve(), throttled: () => undefined, succeeded: () => undefined };
}
