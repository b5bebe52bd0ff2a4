/** A whole number from 1 to 2^53 - 1 in plain digits; undefined for anything else. */
export function positiveInteger(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** An offset in a list: digits, or nothing for the beginning; undefined for anything else. */
export function offsetOf(text: string | null): number | undefined {
  if (text === null || text === '' || text === '0') return 0;
  return positiveInteger(text);
}
