import { DatabaseError, KeyServiceError, VaultError } from '../errors/runner-error.js';
import { FencedError } from '../store/fenced-error.js';
import { SqlError } from '../store/sql-error.js';

/**
 * Failures of our own house are no outcome of the vendor's: they end the step, not the work. A value that the database
 * cannot hold (SQLSTATE classes 21 and 22) is not ours, it came from the vendor.
 */
export function isOwnFailure(error: unknown): boolean {
  if (error instanceof SqlError) return !/^2[12]/.test(error.sqlState);
  const kinds = [FencedError, DatabaseError, VaultError, KeyServiceError];
  return kinds.some((kind) => error instanceof kind);
}
