import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Members } from './members.js';

/** A compiled schema: everything in a value that does not fit. */
export type Schema = (value: unknown) => readonly ErrorObject[];

/** As in core, but every error is told. `format` is an annotation, and vendors' own keywords are none of our business. */
const compiler = { strict: false, validateFormats: false, logger: false, allErrors: true } as const;

/** Compiles a schema whose references lead into the document. */
export function compileSchema({ components }: Members, schema: unknown): Schema {
  const validate = new Ajv2020(compiler).compile({ allOf: [schema ?? true], components });
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
