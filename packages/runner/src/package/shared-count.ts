/** Counts something until it is told to stop. */
export type Count = (signal: AbortSignal) => Promise<number>;

/** A count that many wait for. It goes on for a while when all of them leave: who was cut off comes back. */
export class SharedCount {
  readonly #result: Promise<number>;
  readonly #patience: number;
  readonly #stop = new AbortController();
  #waiting = 0;
  #isEnded = false;
  #isStopped = false;
  #end: NodeJS.Timeout | undefined;

  /** `patience`: milliseconds for which it goes on without anybody. */
  constructor(count: Count, patience: number) {
    this.#patience = patience;
    this.#result = count(this.#stop.signal).finally(() => {
      this.#isEnded = true;
    });
  }

  /** Whether it was stopped, unless it had ended before. */
  get isGivenUp(): boolean {
    return this.#isStopped;
  }

  /** Calls `forget` when it came to nothing. */
  onFailure(forget: () => void): void {
    this.#result.catch(forget);
  }

  /** @throws Error as soon as `signal`, the one who waits, is aborted. */
  async wait(signal: AbortSignal): Promise<number> {
    this.#waiting += 1;
    clearTimeout(this.#end);
    try {
      return await Promise.race([this.#result, leaving(signal)]);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#endSoon();
    }
  }

  #endSoon(): void {
    this.#end = setTimeout(() => {
      this.#isStopped = !this.#isEnded;
      this.#stop.abort();
    }, this.#patience).unref();
  }
}

function leaving(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => {
      reject(new Error('Who waited has left.'));
    };
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
}
