import type { RequestType } from '../application/views/request-view.js';
import type { DescribedConnector } from '../connectors/described-connector.js';
import type { Database, Queryable } from './database.js';
import type { TaskEnd } from './task-end.js';

/** What tasks came to, kept with them when they end. */
export class TaskEndStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of what kind its request is, and by which connector it is carried out. */
  async natureOf(
    id: string,
    connection: Queryable,
  ): Promise<{ readonly type: RequestType; readonly connector: string }> {
    const { rows } = await connection.query<{ type: RequestType; connector: string }>(
      `select request.type, connection.connector from dsr.task
       join dsr.request on request.id = task.request_id join dsr.connection on connection.id = task.connection_id
       where task.id = $1`,
      [id],
    );
    const [nature] = rows;
    if (nature === undefined) throw new Error('There is no such task.');
    return nature;
  }

  /** Keeps what a task came to, for good unless it is run again. */
  async keep(id: string, end: TaskEnd, connection: Queryable): Promise<void> {
    const { outcomes, notCovered, connector } = end;
    await connection.query(
      'update dsr.task set came_to = $2, not_covered = $3, connector = $4 where id = $1',
      [
        id,
        JSON.stringify(outcomes),
        JSON.stringify(notCovered),
        connector === null ? null : JSON.stringify(connector),
      ],
    );
  }

  /** Its connector as it was when the task ended; null when that was not kept. */
  async connectorOf(id: string): Promise<DescribedConnector | null> {
    const { rows } = await this.#database.query<{ connector: DescribedConnector | null }>(
      'select connector from dsr.task where id = $1',
      [id],
    );
    return rows[0]?.connector ?? null;
  }
}
