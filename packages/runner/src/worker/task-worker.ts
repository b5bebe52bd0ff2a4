import type { Worker, WorkerEvent, WorkerOptions } from '../application/worker.js';
import type { WorkflowEngine } from '../engine/workflow-engine.js';
import type { Log } from '../logging/log.js';
import { workerLog } from '../logging/worker-log.js';
import { adopting } from './adopting.js';
import { type Chore, repeatAll, type SideWork } from './chore.js';
import { dispatching } from './dispatching.js';
import { Foreign } from './foreign.js';
import { idleness } from './idleness.js';
import { Mending, type MendingParts } from './mending.js';
import { Outage } from './outage.js';

/** Milliseconds that steps under way may take to end when the worker stops. */
const stopPatience = 5_000;
/** Milliseconds that chores under way may take before. */
const chorePatience = 2_000;

/** What the worker works with. The engine is launched when it runs. */
export interface WorkerParts extends MendingParts {
  readonly log: Log;
  readonly engine: () => Promise<WorkflowEngine>;
  readonly closeEngine: (patience: number) => Promise<void>;
  readonly sideWork: SideWork;
}

/** Carries tasks out by its engine: begins those that are due, and takes over those of dead processes. */
export class TaskWorker implements Worker {
  readonly #parts: WorkerParts;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  async run(
    signal: AbortSignal,
    { untilIdle = false, tell = workerLog(this.#parts.log) }: WorkerOptions = {},
  ): Promise<void> {
    const over = new AbortController();
    const end = AbortSignal.any([signal, over.signal]);
    const sideWork = this.#parts.sideWork(end);
    const idle = untilIdle
      ? async () => {
          for (const chore of sideWork) await chore.run();
          over.abort();
        }
      : undefined;
    try {
      const chores = [...this.#chores(await this.#parts.engine(), tell, idle, end), ...sideWork];
      tell({ kind: 'started' });
      const outage = new Outage(tell, this.#parts.log);
      await repeatAll(chores, end, outage, chorePatience);
    } finally {
      over.abort();
      tell({ kind: 'stopping' });
      await this.#parts.closeEngine(stopPatience);
    }
  }

  /** `idle`: called when nothing is left to do now. */
  #chores(
    engine: WorkflowEngine,
    tell: (event: WorkerEvent) => void,
    idle: (() => Promise<void>) | undefined,
    end: AbortSignal,
  ): readonly Chore[] {
    const { dispatches } = this.#parts;
    const foreign = new Foreign(tell);
    const mending = new Mending(this.#parts, engine, foreign);
    return [
      dispatching(dispatches, engine, tell),
      adopting(engine, tell),
      { every: 5_000, run: () => mending.tasks() },
      { every: 2_000, run: () => mending.requests() },
      { every: 600_000, run: () => engine.forgetEnded(end) },
      ...(idle === undefined ? [] : [idleness(dispatches, mending, foreign, idle)]),
    ];
  }
}
