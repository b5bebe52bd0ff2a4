import { VaultError } from '../errors/runner-error.js';

/** Null instead of a value that can never be decrypted again. @throws `error` when it says anything else. */
export function unlessUnreadable(error: unknown): null {
  if (error instanceof VaultError) return null;
  throw error;
}
