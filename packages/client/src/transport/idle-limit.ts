/** Ends what was silent for too long. */
export interface IdleLimit {
  /** Aborted, as after a time-out, once nothing was heard for the time. */
  readonly signal: AbortSignal;
  /** Something was heard. */
  heard(): void;
  /** No more is expected. */
  clear(): void;
}

export function idleLimit(milliseconds: number): IdleLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException('Nothing was heard for too long.', 'TimeoutError'));
  }, milliseconds);
  return {
    signal: controller.signal,
    heard: () => {
      timer.refresh();
    },
    clear: () => {
      clearTimeout(timer);
    },
  };
}
