import type { PurgeView } from '../application/views/retention-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Database, Queryable } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import { eachInTurn } from '../worker/each-in-turn.js';
import type { Deletion, DuePurges } from './due-purges.js';
import type { Expiry } from './expiry.js';
import type { IndexPurge } from './index-purge.js';
import type { SubjectDigests } from './subject-digests.js';

/** What purging works with. */
export interface SubjectPurgeParts {
  readonly database: Database;
  readonly digests: SubjectDigests;
  readonly due: DuePurges;
  readonly expiry: Expiry;
  readonly index: IndexPurge;
  readonly audit: AuditLog;
}

/**
 * Carries deletions out in our own house too: what earlier requests found of the person, and the scan indexes. What is under way
 * or held then goes when it has ended and nobody holds it. Each part may be done again: what is gone is not found the next time.
 */
export class SubjectPurge {
  readonly #parts: SubjectPurgeParts;

  constructor(parts: SubjectPurgeParts) {
    this.#parts = parts;
  }

  async purgeDue(signal: AbortSignal): Promise<void> {
    const { database, digests, due } = this.#parts;
    for (;;) {
      const [deletion] = (await database.query<Deletion>(nextSql)).rows;
      if (deletion === undefined || signal.aborted) break;
      await digests.bringUpToDate(signal);
      await this.#purge(deletion, signal);
    }
    await this.#expireReady(signal);
    for (const id of await due.done()) await this.#countAgain(id);
  }

  async #purge(deletion: Deletion, signal: AbortSignal): Promise<void> {
    const { database, due, index } = this.#parts;
    const { id } = deletion;
    const partly = await due.note(deletion);
    await this.#expireReady(signal);
    const indexEntries = await index.purge(id);
    await database.transaction(async (connection) => {
      const before = await purgeOf(id, connection);
      if (before === undefined || !(await begin(deletion, connection))) return;
      const gone = await due.settle(id, connection);
      const taken = {
        requests: (before?.requests ?? 0) + gone.filter(isPurged).length,
        partly,
        indexEntries: (before?.indexEntries ?? 0) + indexEntries,
      };
      await this.#record(id, taken, connection);
    });
  }

  async #expireReady(signal: AbortSignal): Promise<void> {
    const { due, expiry } = this.#parts;
    const expiries = (await due.ready()).map((id) => async () => {
      if (!signal.aborted) await expiry.expire(id, 'deletion', new Date());
    });
    await eachInTurn(expiries);
  }

  /** Adds what went since. */
  async #countAgain(id: string): Promise<void> {
    const { database, due } = this.#parts;
    await database.transaction(async (connection) => {
      const before = await purgeOf(id, connection);
      if (before === null) return;
      const gone = await due.settle(id, connection);
      if (before === undefined || gone.length === 0) return;
      const requests = before.requests + gone.filter(isPurged).length;
      await this.#record(id, { ...before, requests }, connection);
    });
  }

  async #record(id: string, taken: Taken, connection: Queryable): Promise<void> {
    const { due, audit } = this.#parts;
    const purge: PurgeView = { ...taken, ...(await due.left(id, connection)) };
    await connection.query('update dsr.request set purge = $2 where id = $1', [id, JSON.stringify(purge)]);
    await markReceipt(id, connection);
    const details = { request: id, ...purge };
    await audit.append({ action: 'subject.purged', actor: 'runner', details }, connection);
  }
}

type Taken = Omit<PurgeView, 'held' | 'underWay'>;

function isPurged(by: 'time' | 'deletion'): boolean {
  return by === 'deletion';
}

/** What a deletion took so far, null before; undefined when its record is over. Holds its row. */
async function purgeOf(id: string, connection: Queryable): Promise<PurgeView | null | undefined> {
  const sql = 'select purge from dsr.request where id = $1 for no key update';
  const { rows } = await connection.query<{ purge: PurgeView | null }>(sql, [id]);
  return rows[0]?.purge;
}

/** False when somebody else was first, or the deletion goes on: its next end counts then. */
async function begin({ id, finished_at: finishedAt }: Deletion, connection: Queryable): Promise<boolean> {
  const { rowCount } = await connection.query(
    `update dsr.request set purged_at = $2 where id = $1 and date_trunc('milliseconds', finished_at) = $2 and ${isDue}`,
    [id, finishedAt],
  );
  return rowCount > 0;
}

/** Once for each end: more may have been deleted since the last, and more found to search by. */
const isDue = "(purged_at is null or purged_at < date_trunc('milliseconds', finished_at))";

/**
 * Deletions that ended with something deleted, however the rest of them ended; a person who was refused, or whom no vendor knew,
 * keeps what was collected for them. What ended before this was done purges nothing: nobody could have held it.
 */
const nextSql = `
  select id, finished_at from dsr.request
  where type = 'deletion' and finished_at is not null and ${isDue} and expired_at is null
    and (kept_from is null or finished_at > kept_from)
    and exists (
      select from dsr.work join dsr.task on task.id = work.task_id
      where task.request_id = request.id and work.kind = 'erase' and work.outcome->>'outcome' in ('deleted', 'redacted'))
  order by finished_at limit 1`;
