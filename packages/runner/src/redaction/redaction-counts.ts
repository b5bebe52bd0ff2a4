import type { ReasonCount } from './record-redaction.js';

/** Counts by reason. */
export class ReasonCounts<Reason extends string = string> {
  readonly #counts = new Map<Reason, number>();

  add(reason: Reason, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  addAll(counts: readonly ReasonCount<Reason>[]): void {
    for (const { reason, count } of counts) this.add(reason, count);
  }

  /** In the alphabetical order of the reasons. */
  list(): readonly ReasonCount<Reason>[] {
    return [...this.#counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => (one.reason < other.reason ? -1 : 1));
  }
}

/** Of two readings of the same content, the higher count of each reason. */
export function higherOf<Reason extends string>(
  one: readonly ReasonCount<Reason>[],
  other: readonly ReasonCount<Reason>[],
): readonly ReasonCount<Reason>[] {
  const highest = new Map<Reason, number>();
  for (const { reason, count } of [...one, ...other])
    highest.set(reason, Math.max(count, highest.get(reason) ?? 0));
  const counts = new ReasonCounts<Reason>();
  for (const [reason, count] of highest) counts.add(reason, count);
  return counts.list();
}
