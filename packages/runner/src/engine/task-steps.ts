import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, VaultError } from '../errors/runner-error.js';
import { isPassingFailure } from '../store/database-failure.js';
import type { Advance } from '../tasks/advance.js';
import type { InHand } from './in-hand.js';
import type { Pulse } from './pulse.js';
import { Room } from './room.js';
import type { Holder, TaskWork } from './workflow-engine.js';

/** Tasks that work at the same time. */
export const tasksAtWork = { total: 32, perConnection: 8 };
/** Milliseconds after which a step that failed is tried again. */
const pause = 1_000;
/** Times a step may fail because of this program before its task is given up. */
const failureLimit = 3;

/** What taking steps needs. */
export interface TaskStepsParts {
  readonly work: TaskWork;
  readonly holder: Holder;
  readonly pulse: Pulse;
  readonly inHand: InHand;
}

/** Takes the steps of tasks, the most urgent first, through whatever fails in our own house. */
export class TaskSteps {
  readonly #work: TaskWork;
  readonly #holder: Holder;
  readonly #pulse: Pulse;
  readonly #inHand: InHand;
  readonly #room = new Room(tasksAtWork);
  readonly #underWay = new Set<Promise<unknown>>();

  constructor({ work, holder, pulse, inHand }: TaskStepsParts) {
    this.#work = work;
    this.#holder = holder;
    this.#pulse = pulse;
    this.#inHand = inHand;
  }

  /**
   * Moves a task on. A database that is away is waited for; a task that fails again and again for another reason is given up.
   * Never rejects, for that would end the workflow; in a process that stops it never resolves, so that others carry on.
   */
  async take(taskId: string): Promise<Advance> {
    const failures: unknown[] = [];
    for (;;) {
      if (this.#holder.stopping.aborted) await never();
      try {
        return await this.#attempt(taskId, failures);
      } catch (error) {
        if (!isPassingFailure(error)) failures.push(error);
        await sleep(pause, undefined, { signal: this.#holder.stopping }).catch(never);
      }
    }
  }

  /** Resolves when nothing is under way any more. */
  async settle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #attempt(taskId: string, failures: readonly unknown[]): Promise<Advance> {
    const last = failures.at(-1);
    if (failures.length >= failureLimit || last instanceof VaultError) {
      this.#assertAlive();
      await this.#work.giveUp(taskId, last, this.#holder);
      return { state: 'ended' };
    }
    const place = await this.#work.placeOf(taskId, this.#holder.processId);
    this.#inHand.place(taskId, place.connectionId);
    return this.#room.run(place, () => this.#advance(taskId));
  }

  /** Remembers what is under way, so that a closing engine lets it come to its commit. */
  async #advance(taskId: string): Promise<Advance> {
    if (this.#holder.stopping.aborted) await never();
    this.#assertAlive();
    const advance = this.#work.advance(taskId, this.#holder);
    this.#underWay.add(advance);
    try {
      return await advance;
    } finally {
      this.#underWay.delete(advance);
    }
  }

  /** Others may carry the task on by now: claiming it would fence them off. The step is tried again once it is known. */
  #assertAlive(): void {
    if (this.#pulse.isAlive) return;
    throw new DatabaseError('This process could give the database no sign of life.');
  }
}

/** A stopping process must not end its workflows: they stay pending, and whoever comes next carries them on. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}
