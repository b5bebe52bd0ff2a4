import type { ErrorObject } from 'ajv/dist/2020.js';
import { isMembers } from './members.js';
import type { Schema } from './schema.js';

/** A place in a body and what the description expects there. */
export interface SchemaMismatch {
  readonly pointer: string;
  readonly expected: string;
}

/** So many are told of one answer; the rest is more of the same. */
const most = 20;

/** Every place at which a value does not fit, once each. Of alternatives, the one that fits farthest is told. */
export function schemaMismatches(schema: Schema, value: unknown): readonly SchemaMismatch[] {
  const errors = schema(value);
  const alternatives = errors.filter(isAlternative);
  const told = errors.filter(
    (error) => !alternatives.some((alternative) => says(alternative, error, errors)),
  );
  const mismatches = told.map((error) => ({
    pointer: maskedPointer(error.instancePath),
    expected: expectedBy(error),
  }));
  return [...new Map(mismatches.map((each) => [JSON.stringify(each), each])).values()].slice(0, most);
}

function isAlternative({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

/** Whether `error` is said better: by what lies deeper, or else by the alternatives as a whole. */
function says(alternative: ErrorObject, error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.instancePath !== alternative.instancePath) return false;
  const deeper = errors.some(({ instancePath }) => instancePath.startsWith(`${alternative.instancePath}/`));
  return deeper || error !== alternative;
}

function expectedBy({ keyword, params, message }: ErrorObject): string {
  const details: Record<string, unknown> = isMembers(params) ? params : {};
  switch (keyword) {
    case 'type':
      return `type ${[details['type']].flat().join(' or ')}`;
    case 'required':
      return `the property ${String(details['missingProperty'])}`;
    case 'enum':
      return `one of ${[details['allowedValues']].flat().map(String).join(', ')}`;
    case 'additionalProperties':
      return 'no property of another name';
    case 'anyOf':
    case 'oneOf':
      return 'one of the alternatives';
    default:
      return message ?? keyword;
  }
}

/** A pointer that can be shown: names of a body can be data, such as the keys of a map by e-mail address. */
export function maskedPointer(pointer: string): string {
  return pointer.split('/').map(masked).join('/');
}

function masked(name: string): string {
  return /^(?:[A-Za-z_][A-Za-z_-]{0,40}|\d{1,5})?$/.test(name) ? name : '*';
}
