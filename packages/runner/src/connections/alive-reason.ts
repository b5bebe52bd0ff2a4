import type { DisconnectOutcome } from '@privacy-connectors/core';
import { CancelledError, ConnectorError, TransientError } from '@privacy-connectors/core/errors';
import type { AliveReason } from '../application/views/connection-view.js';
import { DatabaseError, KeyServiceError } from '../errors/runner-error.js';

/** Why credentials are alive although the vendor was asked to end them. */
export function reasonAfter({ outcome }: DisconnectOutcome): AliveReason {
  return outcome === 'accepted' ? 'accepted_yet_alive' : 'unsupported';
}

/** What a failure means for the credentials. @throws what is neither the vendor's failure nor the connection's. */
export function reasonOf(error: unknown, signal: AbortSignal): AliveReason {
  const isAborted = error instanceof CancelledError && signal.aborted;
  if (ConnectorError.is(error) && !isAborted)
    return error instanceof TransientError ? 'unreachable' : 'refused';
  if (signal.aborted || error instanceof DatabaseError || error instanceof KeyServiceError) throw error;
  return 'unusable';
}
