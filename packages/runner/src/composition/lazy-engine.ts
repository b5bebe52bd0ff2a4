import type { AdvanceTask, WorkflowEngine } from '../engine/workflow-engine.js';
import type { DataKeys } from '../vault/data-keys.js';

/** The engine, launched when a request is first carried on: most commands need none, and it takes a while. */
export class LazyEngine {
  readonly #databaseUrl: string;
  readonly #keys: DataKeys;
  readonly #advance: AdvanceTask;
  #engine: Promise<WorkflowEngine> | undefined;

  constructor(databaseUrl: string, keys: DataKeys, advance: AdvanceTask) {
    this.#databaseUrl = databaseUrl;
    this.#keys = keys;
    this.#advance = advance;
  }

  get(): Promise<WorkflowEngine> {
    this.#engine ??= this.#launch().catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async close(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined);
    await engine?.close();
  }

  async #launch(): Promise<WorkflowEngine> {
    const { DbosEngine } = await import('../engine/dbos-engine.js');
    return DbosEngine.launch(this.#databaseUrl, await this.#keys.installationBox(), this.#advance);
  }
}
