/** The largest time a Date can hold, in seconds. */
const LATEST = 8.64e12;

/** `occurredAt` (epoch milliseconds) of a field that should hold seconds; nothing of anything else. */
export function timeOf(value: unknown): { readonly occurredAt?: number } {
  return typeof value === 'number' && Math.abs(value) <= LATEST
    ? { occurredAt: Math.trunc(value * 1000) }
    : {};
}
