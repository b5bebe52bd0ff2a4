import type { Database, Queryable } from './database.js';

/** A plan that somebody looked at and approved. */
export interface ApprovalRow {
  readonly plan_hash: string;
  readonly approved_by: string;
  readonly approved_at: Date;
}

/** Who approved which plan of a request, and when. */
export class ApprovalStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(
    requestId: string,
    plans: readonly string[],
    actor: string,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `insert into dsr.approval (request_id, plan_hash, approved_by)
       select distinct $1::uuid, hash, $3 from unnest($2::text[]) as hash`,
      [requestId, plans, actor],
    );
  }

  /** Oldest first. */
  async ofRequest(
    requestId: string,
    connection: Queryable = this.#database,
  ): Promise<readonly ApprovalRow[]> {
    const { rows } = await connection.query<ApprovalRow>(
      `select plan_hash, approved_by, approved_at from dsr.approval where request_id = $1
       order by approved_at, plan_hash`,
      [requestId],
    );
    return rows;
  }
}
