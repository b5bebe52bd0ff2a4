import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds after which a reader looks even if nobody called it: a broken connection may have cost it the call. */
const longestWaitMilliseconds = 15_000;

/** One reader's place in line to hear that there may be something new. Nothing that happens between two waits is lost. */
export class EventSubscription {
  /** The request it is about; null for all. */
  readonly requestId: string | null;
  readonly #end: (subscription: EventSubscription) => void;
  #called = new AbortController();

  constructor(requestId: string | null, end: (subscription: EventSubscription) => void) {
    this.requestId = requestId;
    this.#end = end;
  }

  call(): void {
    this.#called.abort();
  }

  /** Resolves once there may be something new since it did so last. @throws the signal's reason. */
  async next(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#called.signal]);
    await pause(longestWaitMilliseconds, undefined, { signal: either }).catch(() => undefined);
    signal.throwIfAborted();
    this.#called = new AbortController();
  }

  close(): void {
    this.#end(this);
  }
}
