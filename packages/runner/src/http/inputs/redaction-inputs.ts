import { IsIn, IsObject, IsString, Length, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { policyKinds, policyModes, type PolicyMode } from '../../redaction/policy.js';
import { wordOf } from '../schemas/schema.js';

const message = `policy must give ${policyKinds.join(', ')} one of ${policyModes.join(', ')}`;

function isPolicy(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const [kinds, modes]: readonly (readonly unknown[])[] = [policyKinds, policyModes];
  return Object.entries(value).every(([kind, mode]) => kinds?.includes(kind) && modes?.includes(mode));
}

/** Decorates a field that says what is done with the words and names of whom. */
export function IsPolicy(): PropertyDecorator {
  const properties = Object.fromEntries(policyKinds.map((kind) => [kind, wordOf(...policyModes)]));
  const describe = JSONSchema({ type: 'object', properties, additionalProperties: false });
  const validator = { validate: isPolicy, defaultMessage: () => message };
  const check = ValidateBy({ name: 'isPolicy', validator });
  return (target, property) => {
    IsObject({ message })(target, property);
    check(target, property);
    describe(target, String(property));
  };
}

/** What is to be done from now on; kinds that are not given stay as they are. */
export class PolicyBody {
  @IsPolicy()
  readonly policy!: { readonly [kind: string]: string };
}

/** What a person decides about one record of a package. */
export class RedactionDecisionBody {
  /** `connection/resource/id`, as the review lists it. */
  @IsString({ message: 'record must be a text' })
  @Length(5, 2000, { message: 'record must have 5 to 2000 characters' })
  readonly record!: string;

  @IsIn(policyModes, { message: `mode must be one of ${policyModes.join(', ')}` })
  readonly mode!: PolicyMode;

  @IsString({ message: 'reason must be a text' })
  @Length(1, 2000, { message: 'reason must have 1 to 2000 characters' })
  readonly reason!: string;
}
