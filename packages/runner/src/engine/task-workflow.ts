import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Advance } from '../tasks/advance.js';
import type { InHand } from './in-hand.js';

/** Moves a task on; never rejects, and never resolves once the process stops. */
export type Step = (taskId: string) => Promise<Advance>;

/**
 * The workflow that carries out a run of a task: it moves the task on, sleeps while there is nothing to do, and so on. This
 * shape, a step `advance` and perhaps a sleep, is what histories hold: another shape needs another workflow version.
 */
export function taskWorkflow(step: Step, inHand: InHand): (taskId: string) => Promise<void> {
  const advance = (taskId: string) =>
    inHand.waking(taskId, () => DBOS.runStep(() => step(taskId), { name: 'advance' }));
  const carryOut = async (taskId: string) => {
    for (;;) {
      const next = await advance(taskId);
      if (next.state === 'ended') return;
      if (next.state === 'waiting') await DBOS.sleep(next.milliseconds);
    }
  };
  return (taskId) => inHand.holding(taskId, () => carryOut(taskId));
}
