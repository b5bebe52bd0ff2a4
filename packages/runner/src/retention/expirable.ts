import type { Database, Queryable } from '../store/database.js';
import { holdRequest } from '../store/hold-request.js';
import { holdTasks } from '../store/hold-tasks.js';

/** Requests that are chosen in one statement. */
export const atOnce = 100;
/** Milliseconds for which a receipt that cannot even be drafted delays expiry: whoever runs the installation may mend that. */
const patience = 7 * 86_400_000;

/** A request that may expire. */
export interface Expirable {
  readonly id: string;
  /** When it had ended, to the millisecond. */
  readonly seen: Date;
  readonly by: 'time' | 'deletion';
  readonly cutoff: Date;
  /** Whether a receipt that is due and was not drafted keeps it for a while. */
  readonly waits: boolean;
}

/** What had ended before anything expired counts from then on. */
const ended = 'greatest(finished_at, kept_from)';
const isFree = `not exists (select from dsr.legal_hold where request_id = request.id and released_at is null)`;

/** Requests that ended before `cutoff` and may expire, the first to end first. */
export async function expirableIds(cutoff: Date, database: Database): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from dsr.request where ${ended} <= $1 and expired_at is null and ${isFree}
       and not exists (select from dsr.receipt_due where request_id = request.id and not_before > now()
         and draft is null and ${ended} > $2)
     order by ${ended} limit ${atOnce}`,
    [cutoff, patienceBefore(cutoff)],
  );
  return rows.map(({ id }) => id);
}

/** Looks while the row is held: whoever holds a request legally, or carries it on, holds its row too. */
export async function isExpirable(
  { id, seen, by, cutoff, waits }: Expirable,
  connection: Queryable,
): Promise<boolean> {
  await holdTasks(id, connection);
  await holdRequest(id, connection);
  const { rowCount } = await connection.query(
    `select 1 from dsr.request where id = $1 and expired_at is null and date_trunc('milliseconds', finished_at) = $2
       and ${by === 'time' ? ended : 'finished_at'} <= $3 and ${isFree}
       and not ($4 and ${ended} > $5 and exists (select from dsr.receipt_due where request_id = request.id and draft is null))`,
    [id, seen, cutoff, waits, patienceBefore(cutoff)],
  );
  return rowCount > 0;
}

function patienceBefore(cutoff: Date): Date {
  return new Date(cutoff.getTime() - patience);
}
