/** Counts what a process has in hand: tasks that are at work or in line, by connection, and, apart from those, tasks that sleep. */
export class InHand {
  readonly #tasks = new Map<string, number>();
  readonly #connections = new Map<string, string>();
  readonly #awake = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  /** Tasks at work or in line, by the id of their connection. */
  get awake(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const taskId of this.#awake.keys()) {
      const connectionId = this.#connections.get(taskId);
      if (connectionId !== undefined) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
    }
    return counts;
  }

  has(taskId: string): boolean {
    return this.#tasks.has(taskId);
  }

  /** Notes which connection a task is for, while it is in hand. */
  place(taskId: string, connectionId: string): void {
    if (this.has(taskId)) this.#connections.set(taskId, connectionId);
  }

  /** Counts the task while `work` runs; a workflow that moved away and back may run twice for a while. */
  async holding<T>(taskId: string, work: () => Promise<T>): Promise<T> {
    increase(this.#tasks, taskId);
    try {
      return await work();
    } finally {
      decrease(this.#tasks, taskId);
      if (!this.has(taskId)) this.#connections.delete(taskId);
    }
  }

  /** Counts a task as awake while `work` runs. */
  async waking<T>(taskId: string, work: () => Promise<T>): Promise<T> {
    increase(this.#awake, taskId);
    try {
      return await work();
    } finally {
      decrease(this.#awake, taskId);
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

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function decrease(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 1) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
