const BOUNDS = { exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' };

/** Parts of an OpenAPI 3.0 description with the schemas of 3.1, which are JSON Schema; parts of 3.1 as they are. */
export function modernised({ openapi }, parts) {
  return openapi.startsWith('3.0.') ? converted(parts) : parts;
}

function converted(value) {
  if (Array.isArray(value)) return value.map(converted);
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, converted(part)]));
  return nullable(bounded(parts));
}

/** In 3.0, `nullable` is a word of its own; a property may bear that name, but its value is no boolean then. */
function nullable(schema) {
  if (typeof schema.nullable !== 'boolean') return schema;
  const { nullable: allowed, ...rest } = schema;
  if (!allowed) return rest;
  if (typeof rest.type !== 'string') return { anyOf: [rest, { type: 'null' }] };
  const values = rest.enum === undefined ? {} : { enum: [...new Set([...rest.enum, null])] };
  return { ...rest, ...values, type: [rest.type, 'null'] };
}

/** In 3.0, an exclusive bound is a boolean beside the bound. */
function bounded(schema) {
  const exclusive = Object.keys(BOUNDS).filter((word) => typeof schema[word] === 'boolean');
  return exclusive.reduce((known, word) => {
    const { [word]: isExclusive, [BOUNDS[word]]: bound, ...rest } = known;
    return { ...rest, ...(bound === undefined ? {} : { [isExclusive ? word : BOUNDS[word]]: bound }) };
  }, schema);
}
