import type { TaskWork, WorkflowEngine } from '../engine/workflow-engine.js';
import type { Pulse } from '../engine/pulse.js';
import type { DataKeys } from '../vault/data-keys.js';

/** The engine, launched when a request is first carried on: most commands need none, and it takes a while. */
export class LazyEngine {
  readonly #databaseUrl: string;
  readonly #keys: DataKeys;
  readonly #work: TaskWork;
  readonly #pulse: Pulse;
  #engine: Promise<WorkflowEngine> | undefined;

  constructor(databaseUrl: string, keys: DataKeys, work: TaskWork, pulse: Pulse) {
    this.#pulse = pulse;
    this.#databaseUrl = databaseUrl;
    this.#keys = keys;
    this.#work = work;
  }

  get(): Promise<WorkflowEngine> {
    this.#engine ??= this.#launch().catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  /** Steps under way may go on for `patience` milliseconds. The engine can be launched again afterwards. */
  async close(patience?: number): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined);
    this.#engine = undefined;
    await engine?.close(patience);
  }

  async #launch(): Promise<WorkflowEngine> {
    const { DbosEngine } = await import('../engine/dbos-engine.js');
    return DbosEngine.launch(this.#databaseUrl, await this.#keys.installationBox(), this.#work, this.#pulse);
  }
}
