import { numberEvents } from '../events/number-events.js';
import type { Database } from '../store/database.js';
import { deleteRows } from './delete-rows.js';
import { eventRows, workingRows } from './swept-tables.js';

/** Deletes what nobody can read any more: the rows of requests that have expired. May be ended anywhere and begun again. */
export class Sweep {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Their working rows. @returns the number of requests. */
  async workingRows(signal: AbortSignal): Promise<number> {
    const next = `select id from dsr.request where expired_at is not null and swept_at is null order by expired_at limit 1`;
    return this.#each(next, [], signal, async (id) => {
      if (!(await deleteRows(this.#database, id, workingRows, signal))) return;
      await this.#database.query('update dsr.request set swept_at = now() where id = $1', [id]);
    });
  }

  /** Events of those that ended before `cutoff`. @returns the number of requests. */
  async events(cutoff: Date, signal: AbortSignal): Promise<number> {
    await numberEvents(this.#database);
    const next = `select id from dsr.request where expired_at is not null and events_swept_at is null and finished_at <= $1
      order by finished_at limit 1`;
    return this.#each(next, [cutoff], signal, async (id) => {
      if (!(await deleteRows(this.#database, id, eventRows, signal))) return;
      await this.#database.query('update dsr.request set events_swept_at = now() where id = $1', [id]);
    });
  }

  async #each(
    next: string,
    values: readonly Date[],
    signal: AbortSignal,
    sweep: (id: string) => Promise<void>,
  ): Promise<number> {
    for (let swept = 0; ; swept += 1) {
      const [request] = (await this.#database.query<{ id: string }>(next, values)).rows;
      if (request === undefined || signal.aborted) return swept;
      await sweep(request.id);
    }
  }
}
