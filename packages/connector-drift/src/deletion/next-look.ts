import type { DriftContext } from '../client/context.js';

/** When it makes sense to look again, in epoch milliseconds. */
export function nextLook({ now, settings }: DriftContext): number {
  return now().getTime() + settings.verifyEverySeconds * 1000;
}
