import type { Place } from '../tasks/urgency.js';
import type { Database, Queryable } from './database.js';

/** A run of a task that is to be carried out. `epoch` is 0 when nobody had the task in hand before. */
export interface DueTask {
  readonly id: string;
  readonly run: number;
  readonly epoch: number;
}

/** One that nobody has begun. */
export interface UnbegunTask extends DueTask {
  readonly connectionId: string;
}

/** Chooses which of these, the most urgent first, to begin now. */
export type Choice = (waiting: readonly UnbegunTask[]) => readonly UnbegunTask[];

const underWay = `task.status in ('received', 'running')`;
const unbegun = `${underWay} and task.dispatched_run is distinct from task.run`;

/** Deaths in a row after which a task has to prove by itself that it is not what kills its workers. */
const deathsBeforeAlone = 2;

const mostUrgent = `
  select due.id, due.run, due.epoch, connection.id as "connectionId"
  from dsr.connection
  left join unnest($2::uuid[], $3::int[]) as crowd (connection_id, tasks) on crowd.connection_id = connection.id
  cross join lateral (
    select task.id, task.run, task.epoch, request.due_at, request.received_at, task.position
    from dsr.task join dsr.request on request.id = task.request_id
    where task.connection_id = connection.id and ${unbegun}
    order by request.due_at, request.received_at, task.position
    limit greatest(0, $1 - coalesce(crowd.tasks, 0)) for no key update of task skip locked
  ) as due
  order by due.due_at, due.received_at, due.position`;

/** Which tasks are to be begun, in which order, and which were overlooked. */
export class DispatchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Hands tasks whose run nobody has begun to `begin`, and notes that they were: of the most urgent of each
   * connection, without those that another process is about to begin, what `choose` chooses.
   * @param crowd How many tasks of each connection, by its id, are in hand already; a connection gets up to `perConnection`.
   * @returns how many.
   */
  async dispatch(
    perConnection: number,
    crowd: ReadonlyMap<string, number>,
    choose: Choice,
    begin: (task: UnbegunTask) => Promise<void>,
  ): Promise<number> {
    return this.#database.transaction(async (connection) => {
      const { rows } = await connection.query<UnbegunTask>(mostUrgent, [
        perConnection,
        [...crowd.keys()],
        [...crowd.values()],
      ]);
      const chosen = choose(rows);
      for (const task of chosen) await this.#database.apart(() => begin(task));
      await this.touch(chosen, connection);
      return chosen.length;
    });
  }

  /** Notes that these runs are in somebody's hand as of now; a run that was begun since then is not. */
  async touch(tasks: readonly DueTask[], connection: Queryable = this.#database): Promise<void> {
    if (tasks.length === 0) return;
    await connection.query(
      `update dsr.task set dispatched_run = task.run, wake_at = now()
       from unnest($1::uuid[], $2::int[]) as seen (id, run) where task.id = seen.id and task.run = seen.run`,
      [tasks.map(({ id }) => id), tasks.map(({ run }) => run)],
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
