import type { PurgeView } from '../application/views/retention-view.js';
import type { Database, Queryable } from '../store/database.js';

/** A deletion that has ended. */
export interface Deletion {
  readonly id: string;
  readonly finished_at: Date;
}

/** The access requests that deletions are to take with them: each is noted until it is gone, however long it is held. */
export class DuePurges {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes all of the same person. @returns the number of those of which a person decides. */
  async note({ id, finished_at: finishedAt }: Deletion): Promise<number> {
    const { rows } = await this.#database.query<{ partly: number }>(noteSql, [id, finishedAt]);
    return rows[0]?.partly ?? 0;
  }

  /** Noted requests that have ended and that nobody holds. */
  async ready(): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      `select id from dsr.request where finished_at is not null and expired_at is null
         and exists (select from dsr.purge_due where request_id = request.id) and not ${isHeld}
       order by finished_at, id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Deletions with noted requests that are gone; of one that was carried on that is counted when it has ended again. */
  async done(): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      `select distinct deletion_id as id from dsr.purge_due
         join dsr.request on request.id = purge_due.request_id
         left join dsr.request as deletion on deletion.id = purge_due.deletion_id
       where request.expired_at is not null and (deletion.id is null or deletion.purge is not null and deletion.finished_at is not null)`,
    );
    return rows.map(({ id }) => id);
  }

  /** Takes back the notes of requests that are gone. @returns why each went. */
  async settle(deletionId: string, connection: Queryable): Promise<readonly ('time' | 'deletion')[]> {
    const { rows } = await connection.query<{ expired_by: 'time' | 'deletion' }>(
      `delete from dsr.purge_due using dsr.request
       where deletion_id = $1 and request.id = request_id and expired_at is not null returning expired_by`,
      [deletionId],
    );
    return rows.map(({ expired_by: by }) => by);
  }

  /** What is still to be taken. */
  async left(deletionId: string, connection: Queryable): Promise<Pick<PurgeView, 'held' | 'underWay'>> {
    const { rows } = await connection.query<{ held: number; under_way: number }>(
      `select count(*) filter (where ${isHeld})::int as held, count(*) filter (where not ${isHeld})::int as under_way
       from dsr.purge_due join dsr.request on request.id = request_id where deletion_id = $1 and expired_at is null`,
      [deletionId],
    );
    return { held: rows[0]?.held ?? 0, underWay: rows[0]?.under_way ?? 0 };
  }
}

const isHeld =
  'exists (select from dsr.legal_hold where legal_hold.request_id = request.id and released_at is null)';

/**
 * Access requests that were received before the deletion ended. They are of the same person when the deletion knows everything
 * they name, and that is more than a telephone, which a household shares.
 */
const noteSql = `
  with match as (
    select request.id, not bool_and(own.digest is not null) or bool_and(other.kind = 'phone') as partly
    from dsr.request
    join dsr.subject_digest as other on other.request_id = request.id and other.given
    left join dsr.subject_digest as own on own.request_id = $1 and own.digest = other.digest
    where request.type = 'access' and request.expired_at is null and request.received_at <= $2 and request.id in (
      select theirs.request_id from dsr.subject_digest as mine join dsr.subject_digest as theirs on theirs.digest = mine.digest
      where mine.request_id = $1)
    group by request.id
  ), noted as (
    insert into dsr.purge_due (request_id, deletion_id) select id, $1 from match where not partly on conflict do nothing
  )
  select count(*) filter (where partly)::int as partly from match`;
