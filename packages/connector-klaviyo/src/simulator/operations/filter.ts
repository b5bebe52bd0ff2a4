/** `equals(field,"value")` or `any(field,["value","value"])`. */
export interface Filter {
  readonly field: string;
  readonly values: readonly string[];
}

/** Reads a filter on one of the fields; undefined when it is anything else. */
export function filterOf(text: string | null, fields: readonly string[]): Filter | undefined {
  const [, operator, field, value] = /^(equals|any)\(([a-z_]+),(.+)\)$/s.exec(text ?? '') ?? [];
  if (field === undefined || !fields.includes(field)) return undefined;
  const parsed = parse(value ?? '');
  const values = operator === 'any' ? parsed : [parsed];
  return isTexts(values) ? { field, values } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string');
}
