import type { ErasureOutcome, Json } from '@privacy-connectors/core';
import { ConnectorError, type Disposition, ThrottledError } from '@privacy-connectors/core/errors';
import type { Work } from '../store/work-store.js';
import { deletionOf } from './deletion-of.js';
import type { TaskRun } from './task-run.js';
import { witnessedStep } from './witnessed-step.js';

const passing: readonly Disposition[] = ['wait_until', 'retry_later', 'stop'];

/** What a look at the vendor found; `looked` is false when the vendor could not be asked just now. */
export interface Look {
  readonly looked: boolean;
  readonly outcome: ErasureOutcome<Json>;
}

/**
 * Looks whether an operation's data is gone. A vendor that cannot be asked now, or answers nonsense, leaves it pending: the
 * deletion was accepted, and one bad answer does not undo that. Dead credentials are for a person to mend, hence thrown.
 */
export async function verifyOperation(run: TaskRun, work: Work, stored: Json): Promise<Look> {
  const steps = deletionOf(run);
  const ticket = steps.ticket.parse(stored);
  try {
    const look = () => steps.verify(run.context(), ticket);
    return { looked: true, outcome: await witnessedStep(run, work, 'verify', look) };
  } catch (error) {
    if (!ConnectorError.is(error) || !passing.includes(error.disposition)) throw error;
    const interval = run.now().getTime() + run.session.profile.verification.everySeconds * 1000;
    const asked = error instanceof ThrottledError ? error.retryAt.getTime() : 0;
    return { looked: false, outcome: { outcome: 'pending', ticket, checkAfter: Math.max(interval, asked) } };
  }
}
