import type { DeletionPlanPage, Json } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';

/** All pages of a plan in one. */
export type DeletionPlan = Omit<DeletionPlanPage, 'next'>;

/** Pages of a plan that is being made, sealed; they go with the work that makes it. */
export class PlanPages {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `page` counts from 1. Storing a page again changes nothing but itself. */
  async save(
    workId: number,
    page: number,
    content: DeletionPlan,
    box: Box,
    connection: Queryable,
  ): Promise<void> {
    await connection.query(
      `insert into dsr.plan_page (work_id, page, content) values ($1, $2, $3)
       on conflict (work_id, page) do update set content = excluded.content`,
      [workId, page, box.sealJson(context(workId, page), content as unknown as Json)],
    );
  }

  async all(workId: number, box: Box): Promise<readonly DeletionPlan[]> {
    const { rows } = await this.#database.query<{ page: number; content: Buffer }>(
      'select page, content from dsr.plan_page where work_id = $1 order by page',
      [workId],
    );
    return rows.map(
      ({ page, content }) => box.openJson(context(workId, page), content) as unknown as DeletionPlan,
    );
  }
}

/** Binds a ciphertext to its row. */
function context(workId: number, page: number): string {
  return `plan:${workId}:${page}`;
}
