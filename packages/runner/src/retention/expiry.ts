import type { OutcomeView } from '../application/views.js';
import { EvidenceError, VaultError } from '../errors/runner-error.js';
import type { ReceiptMaker } from '../receipts/receipt-maker.js';
import type { TaskViews } from '../requests/task-views.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database, Queryable } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Destroyed } from './retention-part.js';

/** Requests that are chosen in one statement. */
const atOnce = 100;

/** What expiry works with. */
export interface ExpiryParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly requests: RequestStore;
  readonly connections: ConnectionStore;
  readonly stores: TaskStores;
  readonly views: TaskViews;
  readonly receipts: ReceiptMaker;
}

/** What became of a task, to be kept. */
interface Summary {
  readonly task: string;
  readonly outcomes: readonly OutcomeView[];
}

/** Destroys what ended requests found, by destroying their data keys. Their own record stays, with outcomes and counts. */
export class Expiry {
  readonly #parts: ExpiryParts;

  constructor(parts: ExpiryParts) {
    this.#parts = parts;
  }

  /** Expires what ended before `cutoff` and is not held. @returns the number of requests. */
  async expireDue(cutoff: Date, signal: AbortSignal): Promise<number> {
    let expired = 0;
    for (;;) {
      const ids = await this.#due(cutoff);
      const before = expired;
      for (const id of ids) {
        if (signal.aborted) return expired;
        expired += (await this.expire(id, 'time', cutoff)) ? 1 : 0;
      }
      if (ids.length < atOnce || expired === before) return expired;
    }
  }

  /**
   * Expires a request that ended before `cutoff`, unless it is held, was carried on meanwhile, or has expired. Its receipt is
   * made before, while there is something to make it of. One that cannot be signed delays expiry by time, but no deletion.
   * @returns whether it did.
   */
  async expire(id: string, by: 'time' | 'deletion', cutoff: Date): Promise<boolean> {
    const request = await this.#parts.requests.byId(id);
    if (request === undefined) return false;
    const waits = (await this.#attest(id)) && by === 'time';
    const summaries = await this.#summaries(request);
    const seen = request.finished_at;
    return this.#parts.database.transaction(async (connection) => {
      if (seen === null || !(await isExpirable({ id, seen, by, cutoff, waits }, connection))) return false;
      for (const summary of summaries) await keep(summary, connection);
      await this.#parts.keys.destroy('request', id, connection);
      const destroyed = await destroyedOf(id, connection);
      await connection.query(expireSql, [id, by, JSON.stringify(destroyed)]);
      await this.#tell(request, by, destroyed, connection);
      return true;
    });
  }

  /** Makes the receipt that is due. False when it can never be made, because what it would tell cannot be read. */
  async #attest(id: string): Promise<boolean> {
    try {
      await this.#parts.receipts.make(id);
    } catch (error) {
      if (error instanceof VaultError) return false;
      if (!(error instanceof EvidenceError)) throw error;
    }
    return true;
  }

  async #due(cutoff: Date): Promise<readonly string[]> {
    const { rows } = await this.#parts.database.query<{ id: string }>(
      `select id from dsr.request where ${ended} <= $1 and expired_at is null and ${isFree}
         and not exists (select from dsr.receipt_due where request_id = request.id and not_before > now())
       order by ${ended} limit ${atOnce}`,
      [cutoff],
    );
    return rows.map(({ id }) => id);
  }

  async #summaries(request: RequestRow): Promise<readonly Summary[]> {
    const tasks = await this.#parts.stores.tasks.ofRequest(request.id);
    const known = await this.#parts.connections.byIds([...new Set(tasks.map(connectionOf))]);
    const views = await this.#parts.views.views(
      tasks.map((task) => {
        return { task, type: request.type, box: undefined, connection: known.get(task.connection_id) };
      }),
    );
    return views.map(({ outcomes }, index) => ({ task: tasks[index]?.id ?? '', outcomes }));
  }

  /** Proof of it: what was destroyed, in counts. */
  async #tell({ id }: RequestRow, by: string, destroyed: Destroyed, connection: Queryable): Promise<void> {
    const { events, audit } = this.#parts.stores;
    await markReceipt(id, connection);
    await events.append({ requestId: id, kind: 'request.expired', details: { by } }, connection);
    const details = { request: id, by, ...destroyed };
    await audit.append({ action: 'request.expired', actor: 'runner', details }, connection);
  }
}

/** A request that may expire. */
interface Expirable {
  readonly id: string;
  /** When it had ended, to the millisecond. */
  readonly seen: Date;
  readonly by: 'time' | 'deletion';
  readonly cutoff: Date;
  /** Whether a receipt that is due keeps it. */
  readonly waits: boolean;
}

/** What had ended before anything expired counts from then on. */
const ended = 'greatest(finished_at, kept_from)';
const isFree = `not exists (select from dsr.legal_hold where request_id = request.id and released_at is null)`;

const expireSql = `
  update dsr.request set expired_at = date_trunc('milliseconds', now()), expired_by = $2, destroyed = $3, subject = '', extension_reason = null
  where id = $1`;

const destroyedSql = `
  select coalesce(cardinality(tasks), 0) as tasks,
    (select count(*)::int from dsr.record where task_id = any(tasks)) as records,
    (select count(*)::int from dsr.file where task_id = any(tasks)) as files
  from (select array_agg(id) as tasks from dsr.task where request_id = $1) as own`;

/** Looks while the row is held: whoever holds a request legally, or carries it on, holds its row too. */
async function isExpirable(
  { id, seen, by, cutoff, waits }: Expirable,
  connection: Queryable,
): Promise<boolean> {
  await connection.query('select 1 from dsr.request where id = $1 for update', [id]);
  const { rowCount } = await connection.query(
    `select 1 from dsr.request where id = $1 and expired_at is null and date_trunc('milliseconds', finished_at) = $2
       and ${by === 'time' ? ended : 'finished_at'} <= $3 and ${isFree}
       and not ($4 and exists (select from dsr.receipt_due where request_id = request.id))`,
    [id, seen, cutoff, waits],
  );
  return rowCount > 0;
}

async function destroyedOf(id: string, connection: Queryable): Promise<Destroyed> {
  const [destroyed] = (await connection.query<Destroyed>(destroyedSql, [id])).rows;
  return destroyed ?? { tasks: 0, records: 0, files: 0 };
}

async function keep({ task, outcomes }: Summary, connection: Queryable): Promise<void> {
  const sql = 'update dsr.task set summary = $2, plan = null where id = $1';
  await connection.query(sql, [task, JSON.stringify(outcomes)]);
}

function connectionOf({ connection_id: id }: TaskRow): string {
  return id;
}
