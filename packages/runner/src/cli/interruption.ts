import type { CliIo } from './io.js';
import { InterruptedError } from './errors/interrupted-error.js';

/**
 * The result of `work`, or an {@link InterruptedError} when the process was asked to end and the work did not settle
 * within the grace period (times `patience`).
 */
export async function settleOrInterrupt<T>(work: Promise<T>, io: CliIo, patience = 1): Promise<T> {
  const { promise: interrupted, reject } = withReject();
  let timer: NodeJS.Timeout | undefined;
  const startTimer = (): void => {
    timer = setTimeout(() => {
      reject(new InterruptedError());
    }, io.graceMilliseconds * patience);
  };
  if (io.signal.aborted) startTimer();
  else io.signal.addEventListener('abort', startTimer);
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    io.signal.removeEventListener('abort', startTimer);
    clearTimeout(timer);
  }
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}
