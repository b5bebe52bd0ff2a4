/** An abort signal that follows another one and also aborts after a time. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** True once the time, not the followed signal, has ended it. */
  expired(): boolean;
  /** Stops the clock. The signal goes on following, for a body that is still being streamed. */
  stop(): void;
}

/**
 * Starts a time limit. Cheaper than `AbortSignal.any` with `AbortSignal.timeout`, whose timer outlives the call. The
 * followed signal is one call's own, so the listener on it needs no removal: both go together.
 */
export function startTimeLimit(followed: AbortSignal, milliseconds: number): TimeLimit {
  const controller = new AbortController();
  let expired = false;
  const follow = () => {
    controller.abort(followed.reason);
  };
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, milliseconds);
  if (followed.aborted) follow();
  else followed.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    expired: () => expired,
    stop() {
      clearTimeout(timer);
    },
  };
}
