import type { Removal } from '../connections/removal.js';
import type { Chore } from './chore.js';

/** Tries to end removed connections at their vendors, until these refuse the credentials. */
export function disconnecting(removal: Removal, signal: AbortSignal): Chore {
  return { every: 15_000, run: () => removal.tryDue(signal) };
}
