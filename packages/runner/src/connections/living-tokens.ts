import type { TokenSource } from '@privacy-connectors/core/http';
import { CancelledError } from '@privacy-connectors/core/errors';
import type { Pulse } from '../engine/pulse.js';

/**
 * Tokens for a process that knows itself to be alive. A call is signed right before it is sent: one that was paused must not
 * send what others have taken over meanwhile.
 */
export function livingTokens(tokens: TokenSource, pulse: Pulse): TokenSource {
  const ifAlive = async <T>(token: Promise<T>): Promise<T> => {
    const given = await token;
    if (!pulse.isAlive) throw new CancelledError('This process was away; others carry on.');
    return given;
  };
  return {
    current: (signal) => ifAlive(tokens.current(signal)),
    renew: (rejected, signal) => ifAlive(tokens.renew(rejected, signal)),
  };
}
