import type { Checkpoints } from '../audit/checkpoints.js';
import type { Tallies } from '../audit/tallies.js';
import type { Chore } from './chore.js';

/** Hours after which what was counted goes into the audit log, if it did not before. */
const window = 1;

/** Keeps the audit log: what was counted goes into it, and it is signed. */
export function auditing(tallies: Tallies, checkpoints: Checkpoints): Chore {
  return {
    every: 60_000,
    run: async () => {
      await tallies.settle(window);
      await checkpoints.keep();
    },
  };
}
