/** Milliseconds of a day in UTC, which knows no summer time. */
export const dayMilliseconds = 86_400_000;

/** Whole days until `dueAt`: 0 on the last one, negative from the moment it has passed. */
export function daysLeft(dueAt: Date, now: Date): number {
  return Math.floor((dueAt.getTime() - now.getTime()) / dayMilliseconds);
}
