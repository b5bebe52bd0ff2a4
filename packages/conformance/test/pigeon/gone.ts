import { VendorNotFoundError } from '@privacy-connectors/core/errors';

/** The page of a thing that is gone or somebody else's. */
export const gone = { records: [], skipped: { why: 'It is gone or belongs to somebody else.' }, next: null };

/** Null when the vendor does not know the thing any more. */
export async function orGone<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch((error: unknown) => {
    if (error instanceof VendorNotFoundError) return null;
    throw error;
  });
}
