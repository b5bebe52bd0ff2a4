import { EngineError } from '../errors/runner-error.js';
import type { DispatchStore } from '../store/dispatch-store.js';
import type { Chore } from './chore.js';
import type { Foreign } from './foreign.js';
import type { Mending } from './mending.js';

/** Seconds within which what is due counts as due now. */
const soon = 10;

/** Calls `end` once nothing is left to do now. */
export function idleness(
  dispatches: DispatchStore,
  mending: Mending,
  foreign: Foreign,
  end: () => Promise<void>,
): Chore {
  const isIdle = async () => (await dispatches.countDue(soon, foreign.ids)) === 0;
  return {
    every: 250,
    run: async () => {
      if (!(await isIdle())) return;
      await mending.requests();
      if (!(await isIdle())) return;
      if (foreign.ids.length > 0) throw new EngineError(refusal(foreign.ids.length));
      await end();
    },
  };
}

function refusal(tasks: number): string {
  return `What is left to do (${tasks} ${tasks === 1 ? 'task' : 'tasks'}) was begun by another version of dsr, which this one cannot carry on. Run a worker of that version until it is done.`;
}
