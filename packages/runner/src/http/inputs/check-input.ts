import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { kinds, problem } from '../problems/kinds.js';
import { type FieldProblem, ProblemError } from '../problems/problem.js';
import { deepestInput } from '../security/limits.js';

/** A class whose decorators say what input has to look like; its initialisers are the defaults. */
export type InputClass<Input extends object> = new () => Input;

/** Where input stands in a call. */
export type InputPlace = 'path' | 'query' | 'body';

const options = {
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
};

/**
 * Input as an instance of its class; without a class there must be none.
 * @throws ProblemError that names every field that is wrong or unknown, without its value.
 */
export async function checkInput<Input extends object>(
  type: InputClass<Input> | undefined,
  place: InputPlace,
  input: unknown,
): Promise<object> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new ProblemError(problem(kinds.invalidInput, `The ${place} must be a JSON object.`));
  }
  if (type === undefined) {
    refuse(place, Object.keys(input).map(unknownField));
    return {};
  }
  refuseDeep(place, input);
  const instance = plainToInstance(type, input, { exposeDefaultValues: true });
  const errors = await validate(instance, options);
  refuse(
    place,
    errors.flatMap((error) => fieldProblems(error, '')),
  );
  return instance;
}

/** What is nested too deeply would exhaust the stack of whatever walks through it. */
function refuseDeep(place: InputPlace, input: object): void {
  let level: readonly unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestInput) {
      throw new ProblemError(problem(kinds.invalidInput, `The ${place} is nested too deeply.`));
    }
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function refuse(place: InputPlace, errors: readonly FieldProblem[]): void {
  if (errors.length === 0) return;
  const fields = errors.length === 1 ? 'One field' : `${errors.length} fields`;
  throw new ProblemError(
    problem(kinds.invalidInput, `${fields} of the ${place} must be mended.`, { errors }),
  );
}

/** Names of unknown fields come from the caller: what does not look like a name is not repeated. */
const fieldName = /^[A-Za-z0-9_-]{1,64}$/;

function safeName(property: string): string {
  return fieldName.test(property) ? property : '?';
}

function unknownField(property: string): FieldProblem {
  return { field: safeName(property), message: 'There is no such field.' };
}

function fieldProblems(
  { property, constraints, children }: ValidationError,
  path: string,
): readonly FieldProblem[] {
  const field = `${path}${safeName(property)}`;
  const own = Object.entries(constraints ?? {}).map(([rule, message]) =>
    rule === 'whitelistValidation'
      ? { ...unknownField(property), field }
      : { field, message: sentence(message) },
  );
  return [...own, ...(children ?? []).flatMap((child) => fieldProblems(child, `${field}.`))];
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`.replace(/\.?$/, '.');
}
