/** Tasks at work or in line that a process takes in hand at a time; more would only wait longer here than elsewhere. */
const limit = 16;

/** Counts what a process has in hand: tasks that are at work or in line, and, apart from those, tasks that sleep. */
export class InHand {
  readonly #tasks = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #awake = 0;

  /** Tasks that may be taken in hand now. */
  get room(): number {
    return Math.max(0, limit - this.#awake);
  }

  has(taskId: string): boolean {
    return this.#tasks.has(taskId);
  }

  /** Counts the task while `work` runs; a workflow that moved away and back may run twice for a while. */
  async holding<T>(taskId: string, work: () => Promise<T>): Promise<T> {
    this.#tasks.set(taskId, (this.#tasks.get(taskId) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (this.#tasks.get(taskId) ?? 1) - 1;
      if (left > 0) this.#tasks.set(taskId, left);
      else this.#tasks.delete(taskId);
    }
  }

  /** Counts a task as awake while `work` runs. */
  async awake<T>(work: () => Promise<T>): Promise<T> {
    this.#awake += 1;
    try {
      return await work();
    } finally {
      this.#awake -= 1;
      for (const resolve of [...this.#waiting]) resolve();
    }
  }

  /** Resolves when a task is awake no more, or the signal is aborted. */
  roomier(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#waiting.delete(leave);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#waiting.add(leave);
      signal.addEventListener('abort', leave);
    });
  }
}
