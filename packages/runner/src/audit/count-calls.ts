import type { AuditDetails } from './audit-entry.js';
import { CallTally, withCallTally } from './call-tally.js';
import type { Tallies } from './tallies.js';

/** Who calls a vendor, and for what; stands in the audit log. */
export interface CallingFor {
  readonly actor: string;
  readonly subject: AuditDetails;
}

/**
 * Runs `work`, outside a transaction; the calls to vendors that it makes are counted for the audit log, also when it fails.
 * @throws what the work throws; else the failure to store the counts.
 */
export async function countCalls<T>(
  tallies: Tallies,
  { actor, subject }: CallingFor,
  work: () => Promise<T>,
): Promise<T> {
  const calls = new CallTally();
  const kind = { action: 'vendor.called', actor, subject } as const;
  const store = () => tallies.add(calls.counts.map((counted) => ({ ...kind, ...counted })));
  const result = await withCallTally(calls, work).catch(async (error: unknown) => {
    // That the count is lost, too, must not hide what went wrong: a person may have to end tokens at the vendor.
    await store().catch(() => undefined);
    throw error;
  });
  await store();
  return result;
}
