import type { Database, Queryable } from './database.js';
import { FencedError } from './fenced-error.js';
import { taskColumns, type TaskRow } from './task-store.js';

/** Who holds a task. Whoever takes it over fences off all who held it before. */
export class HoldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes a task over. When its last holder never let go of it, that one died with it: a death more, unless work is committed.
   * Undefined when there is nothing left to do on it.
   */
  async claim(id: string, processId: string): Promise<TaskRow | undefined> {
    const { rows } = await this.#database.query<TaskRow>(
      `update dsr.task set epoch = epoch + 1, status = 'running', wake_at = now(), held_by = $2,
         deaths = deaths + (held_by is not null and held_by <> $2)::int
       where id = $1 and status in ('received', 'running') returning ${taskColumns}`,
      [id, processId],
    );
    return rows[0];
  }

  /**
   * Holds the task's row to the end of the transaction.
   * @throws FencedError when somebody else took the task over, or it was cancelled.
   */
  async assertHeld({ id, epoch }: TaskRow, connection: Queryable): Promise<void> {
    const { rows } = await connection.query(
      `select 1 from dsr.task where id = $1 and epoch = $2 and status = 'running' for no key update`,
      [id, epoch],
    );
    if (rows.length === 0) throw new FencedError();
  }

  /** Work was committed: the task is not what killed its holders. */
  async acquit({ id, epoch }: TaskRow, connection: Queryable): Promise<void> {
    await connection.query('update dsr.task set deaths = 0 where id = $1 and epoch = $2', [id, epoch]);
  }

  /** Counts a death that no holder died. */
  async blame(id: string, connection: Queryable): Promise<void> {
    await connection.query('update dsr.task set deaths = deaths + 1 where id = $1', [id]);
  }

  /** Forgets the deaths of a task that a person wants to be tried again. */
  async absolve(id: string, connection: Queryable): Promise<void> {
    await connection.query('update dsr.task set deaths = 0 where id = $1', [id]);
  }

  /** Lets go of a task in which there is nothing to do for so many milliseconds. */
  async release({ id, epoch }: TaskRow, milliseconds: number): Promise<void> {
    await this.#database.query(
      `update dsr.task set held_by = null, wake_at = now() + make_interval(secs => $3::float8 / 1000)
       where id = $1 and epoch = $2`,
      [id, epoch, milliseconds],
    );
  }
}
