import type { WorkerEvent } from '../application/worker.js';
import type { Log } from '../logging/log.js';
import { EngineError, RunnerError } from '../errors/runner-error.js';

/** Tells when chores begin to fail, and when they succeed again. */
export class Outage {
  readonly #tell: (event: WorkerEvent) => void;
  readonly #log: Log;
  #told: string | undefined;

  constructor(tell: (event: WorkerEvent) => void, log: Log) {
    this.#tell = tell;
    this.#log = log;
  }

  /**
   * Runs `work`. Once `stopping` is aborted a failure is no news, for what the work needs is about to be closed.
   * @throws EngineError of `work`, which trying again does not mend.
   */
  async watch(work: () => Promise<void>, stopping: AbortSignal): Promise<void> {
    try {
      await work();
      this.#noteRecovery();
    } catch (error) {
      if (error instanceof EngineError) throw error;
      if (!stopping.aborted) this.#note(error);
    }
  }

  #note(error: unknown): void {
    const reason = reasonOf(error);
    if (this.#told === undefined) {
      this.#tell({ kind: 'failing', reason });
      this.#log.error('worker.failed', { error });
    }
    this.#told = reason;
  }

  #noteRecovery(): void {
    if (this.#told === undefined) return;
    this.#tell({ kind: 'recovered' });
    this.#log.info('worker.recovered');
    this.#told = undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RunnerError) return error.message;
  return `Something unexpected went wrong (${error instanceof Error ? error.name : typeof error}).`;
}
