import type { Database, Queryable } from './database.js';
import { grouped } from './grouped.js';

/** An access request of the person whom a deletion is about, which is being read still. */
export interface UnreadAccess {
  readonly deletion_id: string;
  readonly access_id: string;
  /** Since when there is something to erase that waits for it. */
  readonly since: Date;
  /** When it is waited for no longer. */
  readonly until: Date;
  /** Milliseconds that it was waited for so far. */
  readonly waited: number;
}

/** For how long erasures wait for what is being read, at most. */
const patience = '24 hours';

/**
 * Of one person are requests that share an identifier; they matter to each other where they share a connection. What is to be
 * erased was planned, approved and not sent since it is due. What was received later than that is not waited for, so that the
 * deletion has its turn however often somebody asks.
 */
const unread = `
  with erasing as (
    select task.request_id, max(work.created_at) as since
    from dsr.work join dsr.task on task.id = work.task_id
    where task.request_id = any($1::uuid[]) and task.status = 'running' and work.kind = 'erase' and work.state = 'due'
      and work.plan_run = task.run and (work.sent_at is null or work.sent_at < work.created_at)
    group by task.request_id
    having max(work.created_at) > now() - interval '${patience}'
  )
  select distinct erasing.request_id as deletion_id, access.id as access_id, access.received_at, erasing.since,
    erasing.since + interval '${patience}' as until,
    (extract(epoch from now() - erasing.since) * 1000)::float8 as waited
  from erasing
  join dsr.subject_digest as own on own.request_id = erasing.request_id
  join dsr.subject_digest as theirs on theirs.digest = own.digest
  join dsr.request as access on access.id = theirs.request_id
  where access.type = 'access' and access.status in ('received', 'running') and access.received_at <= erasing.since
    and exists (
      select from dsr.task as read join dsr.task as erased on erased.connection_id = read.connection_id
      where read.request_id = access.id and erased.request_id = erasing.request_id)
  order by access.received_at, access.id`;

/** Finds the access requests that are read before a deletion erases what they read. */
export class UnreadAccesses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By the id of the deletion, oldest first; deletions that wait for none are missing. */
  async before(
    deletionIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<ReadonlyMap<string, readonly UnreadAccess[]>> {
    const { rows } = await connection.query<UnreadAccess>(unread, [deletionIds]);
    return grouped(rows, (row) => row.deletion_id);
  }
}
