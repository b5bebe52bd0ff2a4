import { DBOS } from '@dbos-inc/dbos-sdk';
import { EngineError, VaultError } from '../errors/runner-error.js';
import type { Advance } from '../tasks/task-advancer.js';
import type { Box } from '../vault/box.js';
import { Liveness } from './liveness.js';
import { sealedSerializer } from './sealed-serializer.js';
import { Semaphore } from './semaphore.js';
import type { AdvanceTask, TaskRunKey, WorkflowEngine } from './workflow-engine.js';

const queueName = 'tasks';
/** Changes only when workflows that are under way could not be carried on by the new code. */
const workflowVersion = 'task-1';
/** Failures of our own house (a database that restarts) are tried again this often before a run is broken. */
const stepTries = { retriesAllowed: true, intervalSeconds: 1, backoffRate: 2, maxAttempts: 5 } as const;

/** Tasks a process has in hand; nearly all of them sleep, waiting for a vendor to confirm. */
const tasksInHand = 1000;
/** Tasks that work at the same time. */
const tasksAtWork = 8;

/** DBOS Transact as the engine. One per process, because DBOS is. */
export class DbosEngine implements WorkflowEngine {
  readonly #liveness: Liveness;
  readonly #stopping = new AbortController();
  readonly #room = new Semaphore(tasksAtWork);
  readonly #underWay = new Set<Promise<Advance>>();
  readonly #workflow: (taskId: string) => Promise<void>;

  private constructor(liveness: Liveness, advance: AdvanceTask) {
    this.#liveness = liveness;
    this.#workflow = DBOS.registerWorkflow((taskId: string) => this.#carryOut(taskId, advance), {
      name: 'task',
    });
  }

  static async launch(databaseUrl: string, box: Box, advance: AdvanceTask): Promise<DbosEngine> {
    const lost = new AbortController();
    const liveness = await Liveness.claim(databaseUrl, () => {
      lost.abort();
    });
    const engine = new DbosEngine(liveness, advance);
    lost.signal.addEventListener('abort', () => {
      engine.#stopping.abort();
    });
    DBOS.setConfig({
      name: 'privacy-connectors',
      systemDatabaseUrl: databaseUrl,
      systemDatabasePoolSize: 6,
      serializer: sealedSerializer(box),
      executorID: liveness.executorId,
      applicationVersion: workflowVersion,
      enableOTLP: false,
      logger: silent,
    });
    try {
      await liveness.alone(launchQueue);
      return engine;
    } catch (error) {
      await engine.close();
      throw error;
    }
  }

  async ensure(task: TaskRunKey): Promise<'under_way' | 'ended' | 'broken'> {
    if (this.#stopping.signal.aborted) {
      throw new EngineError(
        'The connection to the database was lost. Nothing is lost: run the command again.',
      );
    }
    const workflowID = `task-${task.id}-${task.run}`;
    const status = await DBOS.getWorkflowStatus(workflowID);
    switch (status?.status) {
      case undefined:
        await DBOS.startWorkflow(this.#workflow, { workflowID, queueName })(task.id);
        return 'under_way';
      case 'PENDING':
        await this.#takeOver(workflowID, status.executorId ?? '');
        return 'under_way';
      case 'ENQUEUED':
      case 'DELAYED':
        return 'under_way';
      case 'SUCCESS':
        return 'ended';
      default:
        return 'broken';
    }
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#underWay);
    await DBOS.shutdown({ deregister: true });
    await this.#liveness.release();
  }

  async #takeOver(workflowID: string, executorId: string): Promise<void> {
    await this.#liveness.ifDead(executorId, async () => {
      // Another process may have taken it over between the look and the lock.
      const now = await DBOS.getWorkflowStatus(workflowID);
      if (now?.status !== 'PENDING' || now.executorId !== executorId) return;
      await DBOS.resumeWorkflow(workflowID, { queueName });
    });
  }

  async #carryOut(taskId: string, advance: AdvanceTask): Promise<void> {
    for (;;) {
      const step = () => this.#track(this.#room.run(() => advance(taskId, this.#stopping.signal)));
      const shouldRetry = (error: unknown) => !(error instanceof VaultError || this.#stopping.signal.aborted);
      const next: Advance = await DBOS.runStep(step, { name: 'advance', ...stepTries, shouldRetry });
      if (this.#stopping.signal.aborted) await never();
      if (next.state === 'ended') return;
      if (next.state === 'waiting') await DBOS.sleep(next.milliseconds);
    }
  }

  /** Remembers what is under way, so that a closing engine lets it come to its commit. */
  async #track(advance: Promise<Advance>): Promise<Advance> {
    this.#underWay.add(advance);
    try {
      return await advance;
    } finally {
      this.#underWay.delete(advance);
    }
  }
}

async function launchQueue(): Promise<void> {
  await DBOS.launch();
  const limits = { workerConcurrency: tasksInHand, minPollingIntervalMs: 100 };
  await DBOS.registerQueue(queueName, { ...limits, onConflict: 'always_update' });
}

/** A stopping process must not end its workflows: they stay pending, and whoever comes next carries them on. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

const silent = { info: quiet, debug: quiet, warn: quiet, error: quiet };

/** DBOS logs errors with their stack and values. What matters of them reaches the user as outcomes and exit codes. */
function quiet(): void {
  return;
}
