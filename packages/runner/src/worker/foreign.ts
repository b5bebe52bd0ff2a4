import type { WorkerEvent } from '../application/worker.js';
import type { RunState } from '../engine/workflow-engine.js';

/** Remembers tasks that another version of this program began and this one cannot carry on. */
export class Foreign {
  readonly #ids = new Set<string>();
  readonly #tell: (event: WorkerEvent) => void;

  constructor(tell: (event: WorkerEvent) => void) {
    this.#tell = tell;
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  /** Notes where a task's run stands, and says so when it is one more, or one less. */
  note(taskId: string, state: RunState): void {
    const before = this.#ids.size;
    if (state === 'foreign') this.#ids.add(taskId);
    else this.#ids.delete(taskId);
    if (this.#ids.size > before) this.#tell({ kind: 'refused', tasks: this.#ids.size });
  }
}
