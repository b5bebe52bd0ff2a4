import { setTimeout as pause } from 'node:timers/promises';
import type { Authorizations } from '../application/authorizations.js';
import type { AuthorizationView } from '../application/views/authorization-view.js';
import { failureOf } from './translate-failure.js';

/** Milliseconds between two looks. */
const pauseBetween = 500;

/**
 * Waits until the browser came back to the service and the vendor accepted what it brought.
 * @throws RunnerError that says why the connection was not authorised.
 */
export async function awaitAuthorization(
  authorizations: Authorizations,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const { status, error } = await authorizations.show(id);
    if (status === 'completed') return;
    if (status === 'failed' || status === 'expired') throw failureOf(error ?? withoutReason[status]);
    await pause(pauseBetween, undefined, { signal });
  }
}

const withoutReason: Readonly<Record<'failed' | 'expired', NonNullable<AuthorizationView['error']>>> = {
  failed: { code: 'authentication', message: 'The connection was not authorised. Authorise it again.' },
  expired: {
    code: 'authentication',
    message: 'Nobody allowed the access in time. Start anew: authorise the connection again.',
  },
};
