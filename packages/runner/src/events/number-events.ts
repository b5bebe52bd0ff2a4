import { lock } from '../store/advisory-lock.js';
import type { Database } from '../store/database.js';

/** Events that get their id in one statement; the others follow in the next. */
const atOnce = 1000;

/**
 * Gives ids to the events whose transactions are over. Transactions end in another order than they began in, so that a number
 * given while writing could appear below one that a reader has passed already. Here one process at a time gives them, and
 * only to what every reader can see.
 */
export async function numberEvents(database: Database): Promise<void> {
  const { rows } = await database.query<{ left: boolean }>(
    'select exists (select from dsr.event where id is null) as left',
  );
  if (rows[0]?.left !== true) return;
  let given = atOnce;
  while (given === atOnce) given = await numberSome(database);
}

function numberSome(database: Database): Promise<number> {
  return database.transaction(async (connection) => {
    await lock(connection, 'dsr.event');
    const { rowCount } = await connection.query(
      `with added as (
         select entry, row_number() over (order by entry) as place from dsr.event where id is null
         order by entry limit $1
       )
       update dsr.event set id = (select coalesce(max(id), 0) from dsr.event) + added.place
       from added where event.entry = added.entry`,
      [atOnce],
    );
    return rowCount;
  });
}
