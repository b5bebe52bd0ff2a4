import { AuthError } from '../errors/index.js';
import type { Manifest } from './manifest.js';

/** The one status of HTTP that is about the credentials themselves. */
const unauthorized = [401];

/**
 * Whether what a connector's check ended as proves that the vendor takes the credentials for dead: an AuthError with a status
 * that the manifest declares for that. Whatever else refuses a call proves nothing: a proxy, or a permission that is missing. @public
 */
export function provesDead(
  { disconnection }: Pick<Manifest, 'disconnection'>,
  error: unknown,
): error is AuthError {
  const { deadStatuses = unauthorized } = disconnection ?? {};
  return error instanceof AuthError && deadStatuses.some((status) => status === error.place.status);
}
