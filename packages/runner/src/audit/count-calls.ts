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
 * @throws what the work throws, or the failure to store the counts.
 */
export async function countCalls<T>(
  tallies: Tallies,
  { actor, subject }: CallingFor,
  work: () => Promise<T>,
): Promise<T> {
  const calls = new CallTally();
  try {
    return await withCallTally(calls, work);
  } finally {
    const kind = { action: 'vendor.called', actor, subject } as const;
    await tallies.add(calls.counts.map((counted) => ({ ...kind, ...counted })));
  }
}
