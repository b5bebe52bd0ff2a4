const firstMilliseconds = 5_000;
const longestMilliseconds = 3_600_000;
/** Milliseconds since the event after which nobody tries again: two days. */
const patienceMilliseconds = 2 * 86_400_000;

/**
 * Milliseconds until the next try: twice as many with each, with jitter, one hour at most. Undefined when it was tried for two
 * days.
 * @param attempts Tries so far, from 1.
 * @param ageMilliseconds Since the delivery was first due.
 * @param random From 0 to 1.
 */
export function backOff(attempts: number, ageMilliseconds: number, random: number): number | undefined {
  if (ageMilliseconds >= patienceMilliseconds) return undefined;
  const longest = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.min(attempts - 1, 20));
  return longest * (0.5 + random / 2);
}
