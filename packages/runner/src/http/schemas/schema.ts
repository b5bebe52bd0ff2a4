/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const integer: Schema = { type: 'integer' };
/** ISO 8601 in UTC. */
export const time: Schema = { type: 'string', format: 'date-time' };
/** An object whose content is not described any further. */
export const anyObject: Schema = { type: 'object', additionalProperties: true };

export function wordOf(...words: readonly string[]): Schema {
  return { type: 'string', enum: words };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object whose property names are data. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

export function nullable(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

/**
 * An object by its properties; all but the `optional` ones are always there. Given the type of what it describes, a property
 * that is missing or does not exist fails to compile.
 */
export function objectOf<View extends object>(
  properties: { readonly [Property in keyof Required<View>]: Schema },
  optional: readonly (keyof View)[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name as keyof View));
  return { type: 'object', required, properties };
}

/** Refers to a schema of {@link namedSchemas} by its name. */
export function reference(name: string): Schema {
  return { $ref: `${name}#` };
}
