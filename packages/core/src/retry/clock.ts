import { setTimeout as wait } from 'node:timers/promises';

/** Time, replaceable in tests. @public */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `milliseconds`. Rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The time of this machine. @public */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    signal.throwIfAborted();
    await wait(milliseconds, undefined, { signal }).catch(() => {
      signal.throwIfAborted();
    });
  },
};
