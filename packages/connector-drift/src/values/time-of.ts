/** The largest time a Date can hold, in milliseconds. */
const LATEST = 8.64e15;

/** Epoch milliseconds of a field that should hold them; undefined for anything else, which is no reason to stop. */
export function timeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= LATEST ? Math.trunc(value) : undefined;
}
