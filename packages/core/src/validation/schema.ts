import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/** A JSON Schema, version 2020-12. @public */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** A compiled schema; after a `false` answer, `errors` describes the first mismatch. */
export interface CompiledSchema {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** `format` is an annotation in 2020-12, and vendors' own keywords and formats (`int64`) are none of our business. */
const compiler = { strict: false, validateFormats: false, logger: false } as const;

/**
 * Compiles a schema into a predicate. `format` is not checked and unknown keywords are ignored.
 * Compiling takes milliseconds: do it once and keep the result.
 */
export function compileSchema(schema: JsonSchema): CompiledSchema {
  return new Ajv2020(compiler).compile(schema);
}
