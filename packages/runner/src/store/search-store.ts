import type { TaskStatus } from '../application/views/task-view.js';
import type { Search } from '../identifiers/searches.js';
import type { Namespaces } from '../identifiers/namespaces.js';
import type { Database, Queryable } from './database.js';

/** A task as far as it matters for what its connection is to be searched by. */
export interface SearchingTask {
  readonly id: string;
  readonly status: TaskStatus;
  readonly connector: string;
  readonly namespaces: Namespaces;
}

/** A search that a task's current run began. */
export interface BegunSearch extends Search {
  readonly task_id: string;
}

/** By which identifiers the current run of each task searches. */
export class SearchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Tasks of a request that may search: not those that were cancelled or given up, or whose connection is gone. */
  async tasks(requestId: string, connection: Queryable = this.#database): Promise<readonly SearchingTask[]> {
    const { rows } = await connection.query<SearchingTask>(
      `select task.id, task.status, connection.connector, connection.namespaces
       from dsr.task join dsr.connection on connection.id = task.connection_id
       where task.request_id = $1 and task.status not in ('cancelled', 'dead_letter') and connection.removed_at is null
       order by task.position`,
      [requestId],
    );
    return rows;
  }

  async ofRequest(
    requestId: string,
    connection: Queryable = this.#database,
  ): Promise<readonly BegunSearch[]> {
    const { rows } = await connection.query<BegunSearch>(
      `select search.task_id, search.number, search.kind
       from dsr.search join dsr.task on task.id = search.task_id and task.run = search.run
       where task.request_id = $1`,
      [requestId],
    );
    return rows;
  }

  async ofRun(
    taskId: string,
    run: number,
    connection: Queryable = this.#database,
  ): Promise<readonly Search[]> {
    const { rows } = await connection.query<Search>(
      'select number, kind from dsr.search where task_id = $1 and run = $2 order by number, kind',
      [taskId, run],
    );
    return rows;
  }

  async add(taskId: string, run: number, searches: readonly Search[], connection: Queryable): Promise<void> {
    await connection.query(
      `insert into dsr.search (task_id, run, number, kind)
       select $1, $2, * from unnest($3::int[], $4::text[]) on conflict do nothing`,
      [taskId, run, searches.map(({ number }) => number), searches.map(({ kind }) => kind)],
    );
  }

  /** Numbers of the identifiers that any run of any task of the request searched by. */
  async numbers(requestId: string, connection: Queryable = this.#database): Promise<ReadonlySet<number>> {
    return (await this.numbersOf([requestId], connection)).get(requestId) ?? new Set();
  }

  /** The same of several requests, by the id of the request. */
  async numbersOf(
    requestIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
    const { rows } = await connection.query<{ request_id: string; numbers: readonly number[] }>(
      `select task.request_id, array_agg(distinct search.number) as numbers
       from dsr.search join dsr.task on task.id = search.task_id
       where task.request_id = any($1::uuid[]) group by task.request_id`,
      [requestIds],
    );
    return new Map(rows.map(({ request_id, numbers }) => [request_id, new Set(numbers)]));
  }
}
