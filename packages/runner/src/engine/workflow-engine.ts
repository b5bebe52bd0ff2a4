import type { Advance } from '../tasks/task-advancer.js';

/** A task's run, which one workflow carries out. */
export interface TaskRunKey {
  readonly id: string;
  readonly run: number;
}

/** Durable execution of tasks: whatever dies, a task that was started is carried on by some process. */
export interface WorkflowEngine {
  /**
   * Makes sure that the task's run is under way in this or another live process; a dead process's work is taken over.
   * `broken` when its workflow ended with an error of our own.
   */
  ensure(task: TaskRunKey): Promise<'under_way' | 'ended' | 'broken'>;
  /** Stops at the next safe point and leaves everything to be carried on. */
  close(): Promise<void>;
}

/** Moves a task on by a bounded number of steps. */
export type AdvanceTask = (taskId: string, signal: AbortSignal) => Promise<Advance>;
