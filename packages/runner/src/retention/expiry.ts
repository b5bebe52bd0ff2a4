import type { OutcomeView } from '../application/views/task-view.js';
import { DatabaseError, KeyServiceError, RunnerError, VaultError } from '../errors/runner-error.js';
import type { Log } from '../logging/log.js';
import type { ReceiptMaker } from '../receipts/receipt-maker.js';
import { withoutValues } from '../receipts/without-values.js';
import type { TaskViews } from '../requests/task-views.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database, Queryable } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { eachInTurn } from '../worker/each-in-turn.js';
import { atOnce, type Expirable, expirableIds, isExpirable } from './expirable.js';
import type { Destroyed } from './retention-part.js';

/** What expiry works with. */
export interface ExpiryParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly requests: RequestStore;
  readonly connections: ConnectionStore;
  readonly stores: TaskStores;
  readonly views: TaskViews;
  readonly receipts: ReceiptMaker;
  readonly log: Log;
}

/** What became of a task, to be kept. */
interface Summary {
  readonly task: string;
  readonly outcomes: readonly OutcomeView[];
  readonly error: TaskRow['error'];
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
      const ids = await expirableIds(cutoff, this.#parts.database);
      const before = expired;
      const expiries = ids.map((id) => async () => {
        if (!signal.aborted && (await this.expire(id, 'time', cutoff))) expired += 1;
      });
      await eachInTurn(expiries);
      if (ids.length < atOnce || expired === before || signal.aborted) return expired;
    }
  }

  /**
   * Expires a request that ended before `cutoff`, unless it is held, was carried on meanwhile, or has expired. Its receipt is
   * made before, while there is something to make it of; one that can only not be signed is drafted.
   * @returns whether it did.
   * @throws KeyServiceError when keys are away, and expiry waits for them.
   */
  async expire(id: string, by: 'time' | 'deletion', cutoff: Date): Promise<boolean> {
    const request = await this.#parts.requests.byId(id);
    if (request?.finished_at == null) return false;
    const failure = await this.#attest(id);
    const waits = waitsFor(failure, by);
    const expired = await this.#expire(request, { id, seen: request.finished_at, by, cutoff, waits });
    if (!expired && failure instanceof KeyServiceError) throw failure;
    if (expired && failure !== undefined) await this.#tellUnproven(id);
    return expired;
  }

  async #expire(request: RequestRow, expirable: Expirable): Promise<boolean> {
    const { id, by } = expirable;
    const summaries = await this.#summaries(request);
    return this.#parts.database.transaction(async (connection) => {
      if (!(await isExpirable(expirable, connection))) return false;
      for (const summary of summaries) await keep(summary, connection);
      await this.#parts.keys.destroy('request', id, connection);
      const destroyed = await destroyedOf(id, connection);
      await connection.query(expireSql, [id, by, JSON.stringify(destroyed)]);
      await this.#tell(request, by, destroyed, connection);
      return true;
    });
  }

  /** Makes the receipt that is due. @returns what that failed with. */
  async #attest(id: string): Promise<RunnerError | undefined> {
    try {
      await this.#parts.receipts.make(id);
      return undefined;
    } catch (error) {
      if (!(error instanceof RunnerError) || error instanceof DatabaseError) throw error;
      return error;
    }
  }

  /** It expired before its receipt was made: `late` is one that can still be made, `lost` one of which nothing is left. */
  async #tellUnproven(request: string): Promise<void> {
    const { rowCount } = await this.#parts.database.query(
      `select from dsr.receipt_due where request_id = $1
         and (draft is not null or exists (select from dsr.receipt where receipt.request_id = $1))`,
      [request],
    );
    this.#parts.log.error('receipt.unproven', { request, outcome: rowCount > 0 ? 'late' : 'lost' });
  }

  async #summaries(request: RequestRow): Promise<readonly Summary[]> {
    const tasks = await this.#parts.stores.tasks.ofRequest(request.id);
    const known = await this.#parts.connections.byIds([...new Set(tasks.map(connectionOf))]);
    const views = await this.#parts.views.views(
      tasks.map((task) => {
        return { task, type: request.type, box: undefined, connection: known.get(task.connection_id) };
      }),
    );
    const values = await this.#values(request);
    return views.map(({ outcomes, error }, index) => {
      return { task: tasks[index]?.id ?? '', ...withoutValues({ outcomes, error }, values) };
    });
  }

  /** What the request is about: sentences of connectors outlive it, and must not tell. Nothing when it cannot be read. */
  async #values({ id }: RequestRow): Promise<readonly string[]> {
    const { keys, stores } = this.#parts;
    try {
      const identifiers = await stores.identifiers.open(id, await keys.box('request', id));
      return identifiers.map(({ value }) => value);
    } catch (error) {
      unlessUnreadable(error);
      return [];
    }
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

/** Expiry does not wait for what can never be read. A deletion waits only for keys that are away. */
function waitsFor(failure: RunnerError | undefined, by: 'time' | 'deletion'): boolean {
  if (failure instanceof VaultError) return false;
  return by === 'time' || failure instanceof KeyServiceError;
}

const expireSql = `
  update dsr.request set expired_at = date_trunc('milliseconds', now()), expired_by = $2, destroyed = $3, subject = '', extension_reason = null
  where id = $1`;

const destroyedSql = `
  select coalesce(cardinality(tasks), 0) as tasks,
    (select count(*)::int from dsr.record where task_id = any(tasks)) as records,
    (select count(*)::int from dsr.file where task_id = any(tasks)) as files
  from (select array_agg(id) as tasks from dsr.task where request_id = $1) as own`;

async function destroyedOf(id: string, connection: Queryable): Promise<Destroyed> {
  const [destroyed] = (await connection.query<Destroyed>(destroyedSql, [id])).rows;
  return destroyed ?? { tasks: 0, records: 0, files: 0 };
}

async function keep({ task, outcomes, error }: Summary, connection: Queryable): Promise<void> {
  const sql = `update dsr.task set summary = $2::jsonb, error = $3, plan = null,
    came_to = case when came_to is not null then $2::jsonb end where id = $1`;
  await connection.query(sql, [
    task,
    JSON.stringify(outcomes),
    error === null ? null : JSON.stringify(error),
  ]);
}

function connectionOf({ connection_id: id }: TaskRow): string {
  return id;
}
