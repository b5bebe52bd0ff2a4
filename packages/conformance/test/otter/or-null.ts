import { answeredWith } from '@privacy-connectors/core/http';

/** Null when the vendor does not know the thing any more. */
export async function orNull<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch((error: unknown) => {
    if (answeredWith(error, 404)) return null;
    throw error;
  });
}
