import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import type { HeaderDescription } from './route.js';

const pattern = '^[\\x21-\\x7e]{1,255}$';

/** The header by which a caller repeats a call without repeating its effect. */
export const idempotencyHeader: HeaderDescription = {
  name: 'Idempotency-Key',
  description:
    'A value of your own, e.g. a UUID. The same value with the same body, from the same API key within 24 hours, answers with the request that the first call recorded.',
  schema: { type: 'string', pattern },
};

/** @throws ProblemError when the header is not valid. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || new RegExp(pattern).test(header)) return header;
  const message = 'It must have 1 to 255 visible ASCII characters.';
  const errors = [{ field: 'Idempotency-Key', message }];
  throw new ProblemError(problem(kinds.invalidInput, 'A header must be mended.', { errors }));
}
