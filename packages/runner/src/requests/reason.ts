import { InputError } from '../errors/runner-error.js';

/** Characters. */
export const longestReason = 2000;

/**
 * Why a person does something that has to be explained, without blanks around it.
 * @param what Begins a sentence, e.g. `A legal hold`.
 * @throws InputError when it is empty or too long.
 */
export function checkReason(what: string, reason: string): string {
  const text = reason.trim();
  if (text !== '' && text.length <= longestReason) return text;
  throw new InputError(`${what} needs a reason, of ${longestReason} characters at most.`);
}
