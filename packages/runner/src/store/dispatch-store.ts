import type { Place } from '../tasks/urgency.js';
import type { Database, Queryable } from './database.js';

/** A run of a task that is to be carried out. `epoch` is 0 when nobody had the task in hand before. */
export interface DueTask {
  readonly id: string;
  readonly run: number;
  readonly epoch: number;
}

const underWay = `task.status in ('received', 'running')`;

/** Deaths in a row after which a task has to prove by itself that it is not what kills its workers. */
const deathsBeforeAlone = 2;

/** Which tasks are to be begun, in which order, and which were overlooked. */
export class DispatchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Hands the most urgent tasks whose run nobody has begun to `begin`, at most `limit` of them and none that another process
   * is about to begin, and notes that they were. @returns how many.
   */
  async dispatch(limit: number, begin: (task: DueTask) => Promise<void>): Promise<number> {
    return this.#database.transaction(async (connection) => {
      const { rows } = await connection.query<DueTask>(
        `select task.id, task.run, task.epoch from dsr.task join dsr.request on request.id = task.request_id
         where ${underWay} and task.dispatched_run is distinct from task.run
         order by request.due_at, request.received_at, task.position limit $1 for no key update of task skip locked`,
        [limit],
      );
      for (const task of rows) await begin(task);
      await this.touch(rows, connection);
      return rows.length;
    });
  }

  /** Notes that these runs are in somebody's hand as of now. */
  async touch(tasks: readonly DueTask[], connection: Queryable = this.#database): Promise<void> {
    if (tasks.length === 0) return;
    await connection.query(
      'update dsr.task set dispatched_run = run, wake_at = now() where id = any($1::uuid[])',
      [tasks.map(({ id }) => id)],
    );
  }

  /** Tasks that nobody moved for `seconds` after they were to be moved. */
  async overlooked(seconds: number, limit: number): Promise<readonly DueTask[]> {
    const { rows } = await this.#database.query<DueTask>(
      `select id, run, epoch from dsr.task
       where ${underWay} and dispatched_run = run and wake_at < now() - make_interval(secs => $1)
       order by wake_at limit $2`,
      [seconds, limit],
    );
    return rows;
  }

  /** Tasks for which there is something to do within `seconds`, those named left out. */
  async countDue(seconds: number, except: readonly string[]): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      `select count(*)::int as count from dsr.task
       where ${underWay} and not id = any($2::uuid[])
         and (status = 'received' or dispatched_run is distinct from run
           or wake_at < now() + make_interval(secs => $1))`,
      [seconds, except],
    );
    return rows[0]?.count ?? 0;
  }

  /** Where the task stands in the line of a process; undefined when there is none. */
  async placeOf(taskId: string, processId: string): Promise<Place | undefined> {
    const { rows } = await this.#database.query<Place>(
      `select request.due_at as "dueAt", request.received_at as "receivedAt", task.connection_id as "connectionId",
         task.deaths + (task.held_by is not null and task.held_by <> $2)::int >= $3 as alone
       from dsr.task join dsr.request on request.id = task.request_id where task.id = $1`,
      [taskId, processId, deathsBeforeAlone],
    );
    return rows[0];
  }

  /** Requests that do not show where their tasks stand, as when a process died before it told. */
  async staleRequests(limit: number): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      `select id from dsr.request where status in ('received', 'running') and (
         not exists (select 1 from dsr.task where request_id = request.id and ${underWay})
         or status = 'received' and exists (select 1 from dsr.task where request_id = request.id and status <> 'received'))
       order by due_at, received_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}
