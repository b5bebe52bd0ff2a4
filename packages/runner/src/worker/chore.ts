import { setTimeout as sleep } from 'node:timers/promises';
import type { Outage } from './outage.js';

/** Something a worker does again and again. */
export interface Chore {
  /** Milliseconds between two times. */
  readonly every: number;
  run(): Promise<void>;
  /** Resolves when it makes sense to run before the time, and when the signal is aborted; never rejects. */
  readonly sooner?: (signal: AbortSignal) => Promise<void>;
}

/** Chores beside requests: telling what happens, and keeping the house; until the signal is aborted. */
export type SideWork = (signal: AbortSignal) => readonly Chore[];

/**
 * Repeats chores until `signal` is aborted. What one fails with is told, and it is tried again: a worker outlives whatever
 * its database goes through. Those under way may then come to their end within `patience` milliseconds, for what they work
 * with is closed afterwards.
 * @throws EngineError of a chore, which trying again does not mend.
 */
export async function repeatAll(
  chores: readonly Chore[],
  signal: AbortSignal,
  outage: Outage,
  patience: number,
): Promise<void> {
  const over = new AbortController();
  const end = AbortSignal.any([signal, over.signal]);
  const repeating = chores.map((chore) => repeat(chore, end, outage));
  try {
    await Promise.race([Promise.all(repeating), aborted(signal)]);
  } finally {
    over.abort();
    await Promise.race([Promise.allSettled(repeating), sleep(patience, undefined, { ref: false })]);
  }
}

async function repeat(chore: Chore, signal: AbortSignal, outage: Outage): Promise<void> {
  while (!signal.aborted) {
    await outage.watch(chore, signal);
    await untilNext(chore, signal);
  }
}

async function untilNext({ every, sooner }: Chore, signal: AbortSignal): Promise<void> {
  const early = new AbortController();
  const time = sleep(every, undefined, { signal: AbortSignal.any([signal, early.signal]) }).catch(
    () => undefined,
  );
  await (sooner === undefined ? time : Promise.race([time, sooner(early.signal)]));
  early.abort();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
