import { compileSchema, type JsonSchema } from '../validation/schema.js';
import { StoredValueError } from '../errors/index.js';
import type { Json } from './json.js';

/**
 * Reads back a handle (ref, cursor, ticket, operation) that a step produced, perhaps under an earlier version. @public
 */
export interface Codec<Value extends Json> {
  /** @throws StoredValueError when the value is not one this version understands; data is never skipped instead. */
  parse(value: Json): Value;
}

/** A codec that accepts exactly what `schema` (JSON Schema 2020-12) describes. @public */
export function jsonCodec<Value extends Json>(name: string, schema: JsonSchema): Codec<Value> {
  let validate: ((value: unknown) => boolean) | undefined;
  return {
    parse(value) {
      validate ??= compileSchema(schema);
      if (!validate(value)) throw new StoredValueError(name);
      return value as Value;
    },
  };
}

/** The codec of a handle that never occurs, e.g. the cursor of a thing that has one page only. @public */
export const noCursor: Codec<never> = {
  parse() {
    throw new StoredValueError('cursor of a single page');
  },
};
