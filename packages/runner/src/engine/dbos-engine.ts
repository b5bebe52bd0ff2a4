import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type pg from 'pg';
import type { Box } from '../vault/box.js';
import { DeadProcesses } from './dead-processes.js';
import type { Crowd } from './fair-share.js';
import { forgetEnded } from './forget-ended.js';
import { InHand } from './in-hand.js';
import { Liveness } from './liveness.js';
import type { Pulse } from './pulse.js';
import { sealedSerializer } from './sealed-serializer.js';
import { createSystemPool } from './system-pool.js';
import { tasksAtWork, TaskSteps } from './task-steps.js';
import { taskWorkflow } from './task-workflow.js';
import type { RunState, TaskRunKey, TaskWork, WorkflowEngine } from './workflow-engine.js';

const queueName = 'tasks';
/** Changes only when workflows that are under way could not be carried on by the new code. */
const workflowVersion = 'task-1';
/** Tasks a process takes over; nearly all of them sleep, waiting for a vendor to confirm. */
const tasksInHand = 1000;

/** DBOS Transact as the engine. One per process, because DBOS is. */
export class DbosEngine implements WorkflowEngine {
  readonly #liveness: Liveness;
  readonly #dead: DeadProcesses;
  readonly #pool: pg.Pool;
  readonly #steps: TaskSteps;
  readonly #inHand = new InHand();
  readonly #pulse: Pulse;
  /** As many as can be at work: more would only wait longer here than elsewhere. */
  readonly size = tasksAtWork;
  readonly #stopping = new AbortController();
  readonly #givenUp = new AbortController();
  readonly #workflow: (taskId: string) => Promise<void>;

  private constructor(liveness: Liveness, pool: pg.Pool, work: TaskWork, pulse: Pulse) {
    this.#liveness = liveness;
    this.#pulse = pulse;
    this.#dead = new DeadProcesses(liveness);
    this.#pool = pool;
    const holder = {
      processId: liveness.executorId,
      stopping: this.#stopping.signal,
      signal: this.#givenUp.signal,
    };
    this.#steps = new TaskSteps({ work, holder, pulse, inHand: this.#inHand });
    const workflow = taskWorkflow((taskId) => this.#steps.take(taskId), this.#inHand);
    this.#workflow = DBOS.registerWorkflow(workflow, { name: 'task' });
  }

  static async launch(databaseUrl: string, box: Box, work: TaskWork, pulse: Pulse): Promise<DbosEngine> {
    const liveness = await Liveness.claim(databaseUrl, pulse);
    const pool = createSystemPool(databaseUrl);
    const engine = new DbosEngine(liveness, pool, work, pulse);
    DBOS.setConfig({
      name: 'privacy-connectors',
      systemDatabaseUrl: databaseUrl,
      systemDatabasePool: pool,
      serializer: sealedSerializer(box),
      executorID: liveness.executorId,
      applicationVersion: workflowVersion,
      enableOTLP: false,
      logger: silent,
    });
    try {
      await liveness.inTurn('launch', launchQueue);
      return engine;
    } catch (error) {
      await engine.close();
      throw error;
    }
  }

  get crowd(): Crowd {
    return this.#inHand.awake;
  }

  get isAlive(): boolean {
    return this.#pulse.isAlive;
  }

  roomier(signal: AbortSignal): Promise<void> {
    return this.#inHand.roomier(signal);
  }

  async start(task: TaskRunKey, connectionId: string): Promise<void> {
    await DBOS.startWorkflow(this.#workflow, { workflowID: workflowIdOf(task) })(task.id);
    this.#inHand.place(task.id, connectionId);
  }

  get losses(): number {
    return this.#liveness.losses;
  }

  async ensure(task: TaskRunKey): Promise<RunState> {
    const workflowID = workflowIdOf(task);
    const status = await DBOS.getWorkflowStatus(workflowID);
    if (status === null) {
      await DBOS.startWorkflow(this.#workflow, { workflowID, queueName })(task.id);
      return 'under_way';
    }
    if (status.status === 'SUCCESS') return 'ended';
    if (!isWorkflowActive(status.status)) return 'broken';
    if (status.applicationVersion !== workflowVersion) return 'foreign';
    if (status.status === 'PENDING') await this.#takeOver(task, status.executorId ?? '');
    return 'under_way';
  }

  async adopt(): Promise<number> {
    let adopted = 0;
    for (const executorId of await this.#dead.look()) {
      await this.#liveness.exclusively('adoption', async () => {
        adopted += await this.#resume({ executorId });
        await this.#dead.forget(executorId);
      });
    }
    return adopted;
  }

  forgetEnded(signal: AbortSignal): Promise<void> {
    return forgetEnded(signal);
  }

  async close(patience = 0): Promise<void> {
    this.#stopping.abort();
    if (patience > 0) await Promise.race([this.#steps.settle(), sleep(patience, undefined, { ref: false })]);
    this.#givenUp.abort();
    await this.#steps.settle();
    await DBOS.shutdown({ deregister: true });
    await this.#pool.end();
    await this.#liveness.release();
  }

  /** Resumes the run when nobody alive has it in hand: its process is dead, or it is this one, which lost it on the way. */
  async #takeOver(task: TaskRunKey, executorId: string): Promise<void> {
    if (
      executorId === this.#liveness.executorId
        ? this.#inHand.has(task.id)
        : await this.#dead.isAlive(executorId)
    )
      return;
    await this.#liveness.exclusively('adoption', async () => {
      await this.#resume({ executorId, workflowIDs: [workflowIdOf(task)] });
    });
  }

  async #resume(which: { readonly executorId: string; readonly workflowIDs?: string[] }): Promise<number> {
    const found = await DBOS.listWorkflows({
      ...which,
      status: 'PENDING',
      applicationVersion: workflowVersion,
      loadInput: false,
      loadOutput: false,
    });
    if (found.length > 0) {
      await DBOS.resumeWorkflows(
        found.map(({ workflowID }) => workflowID),
        { queueName },
      );
    }
    return found.length;
  }
}

function workflowIdOf({ id, run }: TaskRunKey): string {
  return `task-${id}-${run}`;
}

async function launchQueue(): Promise<void> {
  await DBOS.launch();
  const limits = { workerConcurrency: tasksInHand, minPollingIntervalMs: 100 };
  await DBOS.registerQueue(queueName, { ...limits, onConflict: 'always_update' });
}

const active: readonly string[] = ['PENDING', 'ENQUEUED', 'DELAYED'];

function isWorkflowActive(status: string): boolean {
  return active.includes(status);
}

const silent = { info: quiet, debug: quiet, warn: quiet, error: quiet };

/** DBOS logs errors with their stack and values. What matters of them reaches the user as outcomes and exit codes. */
function quiet(): void {
  return;
}
