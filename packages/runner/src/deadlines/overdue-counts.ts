import type { RequestType } from '../application/views/request-view.js';
import type { Queryable } from '../store/queryable.js';
import type { Regulation } from './regulation.js';

/** Requests that have not ended although their deadline has passed. */
export interface OverdueCount {
  readonly type: RequestType;
  readonly regulation: Regulation;
  readonly count: number;
}

/** How many requests are overdue, for metrics; what has none is left out. */
export async function overdueCounts(connection: Queryable, now: Date): Promise<readonly OverdueCount[]> {
  const { rows } = await connection.query<OverdueCount>(
    `select type, regulation, count(*)::int as count from dsr.request
     where finished_at is null and due_at < $1 group by type, regulation order by type, regulation`,
    [now],
  );
  return rows;
}
