import type { BeginWatching } from '../reappearance/begin-watching.js';
import type { Looking } from '../reappearance/looking.js';
import type { Retention } from '../retention/retention-service.js';
import type { Chore } from './chore.js';
import { eachInTurn } from './each-in-turn.js';

/** What is seen to besides requests. */
export interface HousekeepingParts {
  readonly retention: Retention;
  readonly watching: BeginWatching;
  readonly looking: Looking;
}

/** Looks for people who were deleted, and lets go of what has expired; first whom to look for, for that expires too. */
export function housekeeping(
  { retention, watching, looking }: HousekeepingParts,
  signal: AbortSignal,
): readonly Chore[] {
  const letGo: Chore = {
    every: 10_000,
    run: async () => {
      await eachInTurn([() => watching.beginDue(signal), () => retention.run(new Date(), signal)]);
    },
  };
  const look: Chore = {
    every: 60_000,
    run: async () => {
      await looking.lookDue(new Date(), signal);
    },
  };
  return [letGo, look];
}
