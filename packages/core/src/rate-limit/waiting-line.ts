interface Waiter {
  readonly admit: () => void;
}

/** Callers waiting for a permit: first come, first served, and free to leave. */
export class WaitingLine {
  readonly #waiters: Waiter[] = [];

  get length(): number {
    return this.#waiters.length;
  }

  /** Resolves when admitted; rejects with the signal's reason, and leaves the line, when it aborts first. */
  join(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(signal.reason as Error);
      };
      const waiter = {
        admit: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiters.push(waiter);
    });
  }

  /** Admits whoever came first. */
  admitFirst(): void {
    this.#waiters.shift()?.admit();
  }
}
