import { validateSync, type ValidationError } from 'class-validator';

/** Everything that is wrong with an object of a class-validator class, unknown fields included; never a value of it. */
export function problemsOf(object: object): readonly string[] {
  const options = {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
  };
  return validateSync(object, options).flatMap((error) => messages(error, ''));
}

function messages(
  { property, constraints = {}, children = [] }: ValidationError,
  path: string,
): readonly string[] {
  const own = Object.entries(constraints).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `unknown field ${path}${property}` : message,
  );
  return [...own, ...children.flatMap((child) => messages(child, `${path}${property}.`))];
}
