import type { JsonSchema } from '../validation/schema.js';
import { jsonCodec, type Codec } from './codec.js';
import type { Json } from './json.js';

/** A property of a handle: the name of a JSON type, or a JSON Schema. @public */
export type PropertySchema = 'string' | 'integer' | 'number' | 'boolean' | JsonSchema;

/** A codec of an object all of whose properties are required, and perhaps more; see {@link jsonCodec}. @public */
export function objectCodec<Value extends Json>(
  name: string,
  properties: { readonly [Name in keyof Value]-?: PropertySchema },
): Codec<Value> {
  const schemas = Object.entries<PropertySchema>(properties).map(([property, schema]) => [
    property,
    typeof schema === 'string' ? { type: schema } : schema,
  ]);
  return jsonCodec(name, {
    type: 'object',
    required: Object.keys(properties),
    properties: Object.fromEntries(schemas) as JsonSchema,
  });
}
