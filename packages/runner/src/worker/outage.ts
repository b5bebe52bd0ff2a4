import type { WorkerEvent } from '../application/worker.js';
import { EngineError, RunnerError } from '../errors/runner-error.js';

/** Tells when chores begin to fail, and when they succeed again. */
export class Outage {
  readonly #tell: (event: WorkerEvent) => void;
  #told: string | undefined;

  constructor(tell: (event: WorkerEvent) => void) {
    this.#tell = tell;
  }

  /** Runs `work`. @throws EngineError of `work`, which trying again does not mend. */
  async watch(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.#told !== undefined) this.#tell({ kind: 'recovered' });
      this.#told = undefined;
    } catch (error) {
      if (error instanceof EngineError) throw error;
      this.#note(reasonOf(error));
    }
  }

  #note(reason: string): void {
    if (this.#told === undefined) this.#tell({ kind: 'failing', reason });
    this.#told = reason;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RunnerError) return error.message;
  return `Something unexpected went wrong (${error instanceof Error ? error.name : typeof error}).`;
}
