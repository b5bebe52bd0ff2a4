import type { PurgeView } from '../application/views.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Database } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { Expiry } from './expiry.js';
import type { IndexPurge } from './index-purge.js';
import type { SubjectDigests } from './subject-digests.js';

/** What purging works with. */
export interface SubjectPurgeParts {
  readonly database: Database;
  readonly digests: SubjectDigests;
  readonly expiry: Expiry;
  readonly index: IndexPurge;
  readonly audit: AuditLog;
}

interface Match {
  readonly id: string;
  readonly state: 'ended' | 'held' | 'under_way' | 'partly';
}

/** Carries deletions out in our own house too: what earlier requests found of the person, and the scan indexes. */
export class SubjectPurge {
  readonly #parts: SubjectPurgeParts;

  constructor(parts: SubjectPurgeParts) {
    this.#parts = parts;
  }

  /** @returns the number of deletions that were carried out here. */
  async purgeDue(signal: AbortSignal): Promise<number> {
    for (let purged = 0; ; purged += 1) {
      const [request] = (await this.#parts.database.query<Deletion>(nextSql)).rows;
      if (request === undefined || signal.aborted) return purged;
      await this.#parts.digests.bringUpToDate(signal);
      await this.#purge(request);
    }
  }

  /** Each part may be done again: what is gone is not found the next time. */
  async #purge({ id, finished_at: finishedAt }: Deletion): Promise<void> {
    const { database, expiry, index, audit } = this.#parts;
    const { rows } = await database.query<Match>(matchesSql, [id, finishedAt]);
    let requests = 0;
    for (const match of rows.filter(({ state }) => state === 'ended')) {
      requests += (await expiry.expire(match.id, 'deletion', finishedAt)) ? 1 : 0;
    }
    const count = (state: Match['state']) => rows.filter((match) => match.state === state).length;
    const indexEntries = await index.purge(id);
    const kept = { held: count('held'), underWay: count('under_way'), partly: count('partly') };
    const purge: PurgeView = { requests, ...kept, indexEntries };
    await database.transaction(async (connection) => {
      const sql = 'update dsr.request set purge = $2 where id = $1 and purge is null';
      const { rowCount } = await connection.query(sql, [id, JSON.stringify(purge)]);
      if (rowCount === 0) return;
      await markReceipt(id, connection);
      const details = { request: id, ...purge };
      await audit.append({ action: 'subject.purged', actor: 'runner', details }, connection);
    });
  }
}

interface Deletion {
  readonly id: string;
  readonly finished_at: Date;
}

/**
 * Deletions that ended with something deleted; a person who was refused keeps what was collected for them. What ended before
 * this was done purges nothing: nobody could have held it.
 */
const nextSql = `
  select id, finished_at from dsr.request
  where type = 'deletion' and finished_at is not null and purge is null and expired_at is null
    and (kept_from is null or finished_at > kept_from)
    and (status = 'completed' or status = 'incomplete' and exists (
      select from dsr.work join dsr.task on task.id = work.task_id
      where task.request_id = request.id and work.outcome->>'outcome' in ('deleted', 'redacted')))
  order by finished_at limit 1`;

/**
 * Access requests that were received before the deletion ended. They are of the same person when the deletion knows everything
 * they name, and that is more than a telephone, which a household shares. Of others a person decides.
 */
const matchesSql = `
  select request.id, case
    when not bool_and(own.digest is not null) or bool_and(other.kind = 'phone') then 'partly'
    when request.finished_at is null or request.finished_at > $2 then 'under_way'
    when exists (select from dsr.legal_hold where request_id = request.id and released_at is null) then 'held'
    else 'ended' end as state
  from dsr.request
  join dsr.subject_digest as other on other.request_id = request.id and other.given
  left join dsr.subject_digest as own on own.request_id = $1 and own.digest = other.digest
  where request.type = 'access' and request.expired_at is null and request.received_at <= $2 and request.id in (
    select theirs.request_id from dsr.subject_digest as mine join dsr.subject_digest as theirs on theirs.digest = mine.digest
    where mine.request_id = $1)
  group by request.id`;
