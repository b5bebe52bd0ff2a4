import { createRequire } from 'node:module';

/** A validator of JSON Schema 2020-12, as far as tests use it. */
interface Validator {
  readonly errors: unknown;
  validate(schema: object, value: unknown): boolean;
}

type Library = { readonly default: new (options: object) => Validator };

/** The library that core validates vendors' answers with. */
const requireFromCore = createRequire(new URL('../../../../core/package.json', import.meta.url));

const { default: Ajv2020 } = requireFromCore('ajv/dist/2020.js') as Library;
/** Own properties only: a vendor's field may be called `toString`. */
const ajv = new Ajv2020({ ownProperties: true, strict: true, validateFormats: false, allowUnionTypes: true });

/** What is wrong with the value by the schema; null when nothing is. */
export function schemaErrors(schema: object, value: unknown): unknown {
  return ajv.validate(schema, value) ? null : ajv.errors;
}
