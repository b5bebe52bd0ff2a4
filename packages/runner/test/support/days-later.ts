import { tokens } from '../../src/composition/tokens.js';
import { dayMilliseconds } from '../../src/deadlines/days-left.js';
import { never } from './never.js';
import type { TestServices } from './services.js';

/** One turn of what lets go, as if it were so many days later. */
export function letGo({ container }: TestServices, days: number): Promise<void> {
  return container.get(tokens.retention).run(daysLater(days), never);
}

/** Begins to watch for those whose deletion is over. */
export function beginWatching({ container }: TestServices): Promise<number> {
  return container.get(tokens.watching).beginDue(never);
}

/** Looks for those who were deleted, as if it were so many days later. @returns how many looks were due. */
export function lookAgain({ container }: TestServices, days: number): Promise<number> {
  return container.get(tokens.looking).lookDue(daysLater(days), never);
}

function daysLater(days: number): Date {
  return new Date(Date.now() + days * dayMilliseconds);
}
