import { ConformanceFailure } from '../failure.js';
import { SimulatedCrash, type ConnectorProcess } from './process.js';
import type { Taps } from './taps.js';

/** Just before the nth attempt leaves, or just after its answer began to arrive. */
export interface CrashPoint {
  readonly attempt: number;
  readonly moment: 'before' | 'after';
}

/** Both moments of every attempt. */
export function crashPoints(attempts: number): readonly CrashPoint[] {
  return Array.from({ length: attempts }, (_, index) => index + 1).flatMap((attempt) => [
    { attempt, moment: 'before' } as const,
    { attempt, moment: 'after' } as const,
  ]);
}

/** Ends the process at that point. */
export function crashTap(point: CrashPoint, doomed: () => ConnectorProcess): Taps {
  return {
    attempt: async (request, next) => {
      if (doomed().attempts !== point.attempt) return next(request);
      if (point.moment === 'before') return doomed().crash();
      const answer = await next(request);
      await answer.body?.cancel();
      return doomed().crash();
    },
  };
}

/** Waits for the crash; false when the work ended before it. */
export function crashes(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    (error: unknown) => {
      if (error instanceof SimulatedCrash) return true;
      throw error;
    },
  );
}

/** Waits for the crash. @throws ConformanceFailure when the work ended before it, so that nothing was tested. */
export async function dies(work: Promise<unknown>): Promise<void> {
  if (await crashes(work)) return;
  throw new ConformanceFailure('the work ended before the call at which it was to crash');
}
