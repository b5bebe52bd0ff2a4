/**
 * Where a value stops being JSON (a date, an undefined member, a class), as a path; undefined when it is JSON throughout.
 * Plain objects are told by their constructor's name: values of another realm are plain, too.
 */
export function findForeignValue(value: unknown, path = 'the top'): string | undefined {
  if (isScalar(value)) return undefined;
  if (typeof value !== 'object' || value === null || !isPlain(value)) return path;
  const members = Object.entries(value).map(([name, inner]) => findForeignValue(inner, `${path}.${name}`));
  return members.find((foreign) => foreign !== undefined);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || value.constructor.name === 'Object';
}
