import { DBOS } from '@dbos-inc/dbos-sdk';

/** Milliseconds for which an ended workflow is kept, so that everybody who looks after it has seen its end. */
const patience = 3_600_000;
/** Workflows that are deleted in one transaction. */
const atOnce = 200;

/** Deletes workflows that ended, with their inputs and results: DBOS keeps them for good otherwise. */
export async function forgetEnded(signal: AbortSignal): Promise<void> {
  const completedBefore = new Date(Date.now() - patience).toISOString();
  let found = atOnce;
  while (found === atOnce && !signal.aborted) {
    const ended = await DBOS.listWorkflows({
      status: ['SUCCESS', 'ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'],
      completedBefore,
      limit: atOnce,
      loadInput: false,
      loadOutput: false,
    });
    found = ended.length;
    if (found > 0) await DBOS.deleteWorkflows(ended.map(({ workflowID }) => workflowID));
  }
}
