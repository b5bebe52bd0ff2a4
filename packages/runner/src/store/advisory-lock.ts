import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from './queryable.js';

const firstPauseMilliseconds = 10;
const longestPauseMilliseconds = 200;

/** Waits for the lock `key` and holds it until the transaction ends. */
export async function lock(connection: Queryable, key: string): Promise<void> {
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

/** Takes the lock `key` until the transaction ends, unless somebody has it. */
export async function tryLock(connection: Queryable, key: string): Promise<boolean> {
  const sql = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken';
  const { rows } = await connection.query<{ taken: boolean }>(sql, [key]);
  return rows[0]?.taken === true;
}

/** Pauses before the next try of a lock; the jitter keeps waiting processes apart. @throws the signal's reason. */
export async function pauseBeforeTry(attempt: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(firstPauseMilliseconds * 2 ** attempt, longestPauseMilliseconds);
  await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {
    signal.throwIfAborted();
  });
}
