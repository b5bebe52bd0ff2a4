import { setTimeout as sleep } from 'node:timers/promises';
import type { Outage } from './outage.js';

/** Something a worker does again and again. */
export interface Chore {
  /** Milliseconds between two times. */
  readonly every: number;
  run(): Promise<void>;
  /** Resolves when it makes sense to run before the time; never rejects. */
  readonly sooner?: () => Promise<void>;
}

/**
 * Repeats a chore until `signal` is aborted. What it fails with is told, and it is tried again: a worker outlives whatever its
 * database goes through.
 */
export async function repeat(chore: Chore, signal: AbortSignal, outage: Outage): Promise<void> {
  while (!signal.aborted) {
    await outage.watch(() => chore.run());
    await untilNext(chore, signal);
  }
}

async function untilNext({ every, sooner }: Chore, signal: AbortSignal): Promise<void> {
  const early = new AbortController();
  const time = sleep(every, undefined, { signal: AbortSignal.any([signal, early.signal]) }).catch(
    () => undefined,
  );
  await (sooner === undefined ? time : Promise.race([time, sooner()]));
  early.abort();
}
