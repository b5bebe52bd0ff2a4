/** What stands at that place of a JSON value; undefined when there is nothing. */
export function at(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return at((value as Readonly<Record<string, unknown>>)[name], rest);
}

/** The text at that place; undefined when there is none. */
export function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}
