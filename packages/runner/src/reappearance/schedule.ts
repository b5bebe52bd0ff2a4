const dayMilliseconds = 86_400_000;

/**
 * When to look after `looks` looks for somebody whose deletion was confirmed at `confirmedAt`; null when it was looked often enough.
 * @param afterDays Days after that, in any order.
 */
export function lookAt(confirmedAt: Date, afterDays: readonly number[], looks: number): Date | null {
  const days = afterDays.toSorted((left, right) => left - right)[looks];
  return days === undefined ? null : new Date(confirmedAt.getTime() + days * dayMilliseconds);
}
