import type { Advance } from '../tasks/advance.js';
import type { Place } from '../tasks/urgency.js';
import type { Crowd } from './fair-share.js';
import type { RoomSize } from './room.js';

/** A task's run, which one workflow carries out. */
export interface TaskRunKey {
  readonly id: string;
  readonly run: number;
}

/**
 * Where a run stands. `broken`: its workflow ended with an error of our own. `foreign`: it was begun by another version of
 * this program, whose work this one cannot carry on.
 */
export type RunState = 'under_way' | 'ended' | 'broken' | 'foreign';

/** Durable execution of tasks: whatever dies, a task that was started is carried on by some process. */
export interface WorkflowEngine {
  /** Times the database was lost: since then others may have taken over what this process had in hand. */
  readonly losses: number;
  /** Makes sure that the run is under way in this or another live process; a dead process's work is taken over. */
  ensure(task: TaskRunKey): Promise<RunState>;
  /** Carries the run out in this process, unless it was begun before, here or elsewhere. */
  start(task: TaskRunKey, connectionId: string): Promise<void>;
  /** Tasks this process takes in hand at most; those that wait for their time do not count. */
  readonly size: RoomSize;
  /** Tasks it has in hand now, by connection. */
  readonly crowd: Crowd;
  /** False while others may take this process for dead: then it begins nothing. */
  readonly isAlive: boolean;
  /** Takes over what other processes had in hand that are dead or do not move. @returns the number of tasks. */
  adopt(): Promise<number>;
  /** Forgets what ended a while ago, with the results of its steps. Unfinished work is never touched. */
  forgetEnded(signal: AbortSignal): Promise<void>;
  /** Resolves when there is room for more; never rejects. */
  roomier(signal: AbortSignal): Promise<void>;
  /** Stops and leaves everything to be carried on. Steps under way may go on for `patience` milliseconds. */
  close(patience?: number): Promise<void>;
}

/** Who holds a task, and when to let go of it. */
export interface Holder {
  /** UUID of the process. */
  readonly processId: string;
  /** Aborted when no new piece of work is to be begun. */
  readonly stopping: AbortSignal;
  /** Aborted when what is under way is to be given up. */
  readonly signal: AbortSignal;
}

/** What the engine carries out. */
export interface TaskWork {
  /** Where the task stands in the line of a process. */
  placeOf(taskId: string, processId: string): Promise<Place>;
  /** Moves a task on by a bounded number of steps. */
  advance(taskId: string, holder: Holder): Promise<Advance>;
  /** Ends a task that a failure of our own keeps from going on, visibly. */
  giveUp(taskId: string, error: unknown, holder: Holder): Promise<void>;
}
