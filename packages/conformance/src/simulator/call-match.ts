import type { Call } from './call-log.js';

/**
 * Which calls are meant: an operation id, `*` for every call, a number for the nth call of all since the start, or
 * the nth call of one operation since the start. Numbers count from 1.
 */
export type CallMatch = string | number | { readonly operationId: string; readonly nth: number };

/** Whether the call is meant. */
export function matches(match: CallMatch, call: Call): boolean {
  if (typeof match === 'number') return call.number === match;
  if (typeof match === 'string') return match === '*' || call.operationId === match;
  return call.operationId === match.operationId && call.operationNumber === match.nth;
}
