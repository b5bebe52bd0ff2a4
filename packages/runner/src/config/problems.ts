import { validateSync, type ValidationError } from 'class-validator';

/** What is wrong with one field; `message` names the field and never repeats its value. */
export interface Problem {
  /** Its path from the top, e.g. `service.port` or `webhooks.0.url`. */
  readonly field: string;
  readonly message: string;
}

/**
 * Everything that is wrong with an object of a class-validator class, unknown fields included. The classes' own messages
 * start with the name of the field; here they get its path.
 */
export function problemsOf(object: object): readonly Problem[] {
  const options = {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
  };
  return validateSync(object, options).flatMap((error) => problems(error, ''));
}

function problems(
  { property, constraints = {}, children = [] }: ValidationError,
  path: string,
): readonly Problem[] {
  const field = `${path}${property}`;
  const messages = Object.entries(constraints).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `unknown field ${field}` : `${path}${message}`,
  );
  const own = [...new Set(messages)].map((message) => ({ field, message }));
  return [...own, ...children.flatMap((child) => problems(child, `${field}.`))];
}
