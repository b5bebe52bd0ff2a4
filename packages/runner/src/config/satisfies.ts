import { ValidateBy } from 'class-validator';

/** A field, or with `each` every item of it, that a predicate holds for. `message` starts with the field's name. */
export function Satisfies(
  predicate: (value: unknown) => boolean,
  message: string,
  options: { readonly each?: boolean } = {},
): PropertyDecorator {
  const validator = { validate: predicate, defaultMessage: () => message };
  return ValidateBy({ name: predicate.name, validator }, options);
}
