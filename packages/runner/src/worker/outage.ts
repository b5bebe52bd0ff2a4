import type { WorkerEvent } from '../application/worker.js';
import type { Chore } from './chore.js';
import type { Log } from '../logging/log.js';
import { EngineError, RunnerError } from '../errors/runner-error.js';

/**
 * Tells when chores begin to fail, and when they succeed again: each reason once, however many fail with it, and over when none
 * does any more. One that fails for good hides no other.
 */
export class Outage {
  readonly #tell: (event: WorkerEvent) => void;
  readonly #log: Log;
  readonly #reasons = new Map<Chore, string>();

  constructor(tell: (event: WorkerEvent) => void, log: Log) {
    this.#tell = tell;
    this.#log = log;
  }

  /**
   * Runs `chore`. Once `stopping` is aborted a failure is no news, for what it works with is about to be closed.
   * @throws EngineError of `chore`, which trying again does not mend.
   */
  async watch(chore: Chore, stopping: AbortSignal): Promise<void> {
    try {
      await chore.run();
      this.#noteRecovery(chore);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      if (!stopping.aborted) this.#note(chore, error);
    }
  }

  #note(chore: Chore, error: unknown): void {
    const reason = reasonOf(error);
    if (!this.#isKnown(reason)) {
      this.#tell({ kind: 'failing', reason });
      this.#log.error('worker.failed', { error });
    }
    this.#reasons.set(chore, reason);
  }

  #noteRecovery(chore: Chore): void {
    const reason = this.#reasons.get(chore);
    this.#reasons.delete(chore);
    if (reason === undefined || this.#isKnown(reason)) return;
    this.#tell({ kind: 'recovered' });
    this.#log.info('worker.recovered');
  }

  #isKnown(reason: string): boolean {
    return [...this.#reasons.values()].includes(reason);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RunnerError) return error.message;
  return `Something unexpected went wrong (${error instanceof Error ? error.name : typeof error}).`;
}
