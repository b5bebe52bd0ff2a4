import { InputError } from '../errors/runner-error.js';

/** @throws InputError when something is no hash of a plan, nor the first 8 or more characters of one. */
export function checkPlanPrefixes(prefixes: readonly string[]): void {
  if (prefixes.every((prefix) => /^[0-9a-f]{8,64}$/.test(prefix))) return;
  throw new InputError(
    'What --plan names is no plan hash: give the first 8 or more characters of one, as dsr request show prints it.',
  );
}
