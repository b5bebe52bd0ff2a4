import type { Actor } from '../../access/actor.js';
import type { Authentication } from '../../application/keys.js';
import { keyCheckMilliseconds } from './limits.js';

/** A signal that ends with `end`, and soon after the key of the caller expired or was revoked. */
export function whileValid(authentication: Authentication, actor: Actor, end: AbortSignal): AbortSignal {
  const over = new AbortController();
  const look = async (): Promise<void> => {
    if (!(await authentication.isValid(actor))) over.abort();
  };
  const looking = setInterval(() => {
    // A database that is away tells nothing of the key; it is asked again.
    look().catch(() => undefined);
  }, keyCheckMilliseconds);
  const both = AbortSignal.any([end, over.signal]);
  const stop = (): void => {
    clearInterval(looking);
  };
  if (both.aborted) stop();
  else both.addEventListener('abort', stop, { once: true });
  return both;
}
