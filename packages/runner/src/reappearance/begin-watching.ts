import { randomUUID } from 'node:crypto';
import type { Identifier } from '@privacy-connectors/core';
import type { Log } from '../logging/log.js';
import type { Database, Queryable } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import type { ReappearanceStore } from './reappearance-store.js';
import { lookAt } from './schedule.js';

/** What the watch begins with. */
export interface BeginningParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly stores: TaskStores;
  readonly watches: ReappearanceStore;
  readonly log: Log;
  readonly afterDays: readonly number[];
}

interface Ended {
  readonly id: string;
  readonly finished_at: Date;
}

/** Begins to watch for those who were deleted, once their requests ended. */
export class BeginWatching {
  readonly #parts: BeginningParts;

  constructor(parts: BeginningParts) {
    this.#parts = parts;
  }

  /** @returns the number of requests. */
  async beginDue(signal: AbortSignal): Promise<number> {
    for (let begun = 0; ; begun += 1) {
      const [request] = (await this.#parts.database.query<Ended>(nextSql)).rows;
      if (request === undefined || signal.aborted) return begun;
      await this.#begin(request);
    }
  }

  async #begin(request: Ended): Promise<void> {
    const { database, keys, stores } = this.#parts;
    const tasks = await stores.tasks.ofRequest(request.id);
    const box = (await keys.boxes('request', [request.id])).get(request.id);
    await database.transaction(async (connection) => {
      const sql = 'update dsr.request set watched_at = $2 where id = $1';
      await connection.query(sql, [request.id, request.finished_at]);
      for (const task of tasks) await this.#watch(task, request, box, connection);
    });
  }

  async #watch(task: TaskRow, request: Ended, box: Box | undefined, connection: Queryable): Promise<void> {
    const first = lookAt(request.finished_at, this.#parts.afterDays, 0);
    const { rows } = await connection.query<{ sent_at: Date | null }>(deletedSql, [task.id]);
    const subject =
      box === undefined ? null : await this.#subjectOf(task, box, connection).catch(unlessUnreadable);
    const [deleted] = rows;
    if (first === null || deleted === undefined || subject?.length === 0) return;
    const watch = {
      id: randomUUID(),
      requestId: request.id,
      taskId: task.id,
      connectionId: task.connection_id,
      run: task.run,
      subject,
      sentAt: deleted.sent_at ?? request.finished_at,
      confirmedAt: request.finished_at,
    };
    const isNew = await this.#parts.watches.add(watch, first, connection);
    if (isNew && subject === null) await this.#tellDamage(task, connection);
  }

  /** What one searched by cannot be decrypted any more: nobody will look. */
  async #tellDamage({ id: task, request_id: request }: TaskRow, connection: Queryable): Promise<void> {
    const { stores, log } = this.#parts;
    await markReceipt(request, connection);
    const details = { request, task, look: 0, finding: 'not_looked', things: 0 };
    await stores.audit.append({ action: 'subject.looked_for', actor: 'runner', details }, connection);
    log.error('vault.damaged', { request, task, outcome: 'not_looked' });
  }

  async #subjectOf(task: TaskRow, box: Box, connection: Queryable): Promise<readonly Identifier[]> {
    const { identifiers, searches } = this.#parts.stores;
    const known = await identifiers.open(task.request_id, box, connection);
    const searched = await searches.ofRun(task.id, task.run, connection);
    return searched.flatMap(({ number, kind }) =>
      known.filter((each) => each.number === number).map(({ value }) => ({ kind, value })),
    );
  }
}

const nextSql = `
  select id, finished_at from dsr.request
  where type = 'deletion' and finished_at is not null and expired_at is null
    and (watched_at is null or watched_at < date_trunc('milliseconds', finished_at))
  order by finished_at limit 1`;

/** When the last of the deletions that were confirmed was sent; no row where nothing was deleted. */
const deletedSql = `
  select max(sent_at) as sent_at from dsr.work
  where task_id = $1 and kind = 'erase' and outcome->>'outcome' = 'deleted' having count(*) > 0`;
