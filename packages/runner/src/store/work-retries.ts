import type { Queryable } from './database.js';

const passing = `task_id = $1 and state = 'ended' and (outcome->>'outcome' = 'blocked' or outcome->'error'->>'code' = any($2))`;

/**
 * Makes work of a task that failed for a reason that may be gone (`codes`, or anything blocked) due again. Finding and
 * planning are forgotten, since the next run does both anew, and so are erasures that never went out: the new plan decides
 * about them. True when there was any.
 */
export async function retryEnded(
  taskId: string,
  codes: readonly string[],
  connection: Queryable,
): Promise<boolean> {
  const notes = await connection.query(
    `delete from dsr.work where kind = 'plan' and outcome->>'outcome' = 'blocked' and ${passing}`,
    [taskId, codes],
  );
  const forgotten = await connection.query(
    `delete from dsr.work where (kind in ('locate', 'plan') or (kind = 'erase' and sent_at is null)) and ${passing}`,
    [taskId, codes],
  );
  const due = await connection.query(
    `update dsr.work set state = 'due', outcome = null, attempts = 0, not_before = now(), created_at = now() where ${passing}`,
    [taskId, codes],
  );
  if (notes.rowCount > 0) await lookAgain(taskId, connection);
  return notes.rowCount + forgotten.rowCount + due.rowCount > 0;
}

/** A connection that may see more by now lists everything again, and reads again what seemed to be gone. */
async function lookAgain(taskId: string, connection: Queryable): Promise<void> {
  await connection.query(`delete from dsr.work where task_id = $1 and kind = 'scan' and state = 'ended'`, [
    taskId,
  ]);
  await connection.query(
    `update dsr.work set state = 'due', outcome = null, attempts = 0, not_before = now()
     where task_id = $1 and kind in ('read', 'open') and state = 'ended' and outcome->>'outcome' = 'skipped'`,
    [taskId],
  );
}
