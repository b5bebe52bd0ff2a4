/** The text of a field that should hold one; undefined for anything else, which is no reason to stop. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
