import type { Queryable } from './queryable.js';

/** What was recorded under an idempotency key. */
export interface Remembered {
  readonly requestId: string;
  /** Keyed digest of what was asked for. */
  readonly content: Buffer;
}

/** How long a key is remembered at least. */
const retention = '48 hours';
/** More than one per new key, so that the table shrinks after a rush. */
const forgottenAtOnce = 10;

/** Idempotency keys, as keyed digests: callers may put anything into them. */
export class IdempotencyStore {
  /**
   * Remembers that a request is recorded under a key. Waits while another transaction does the same, then returns what it
   * remembered; undefined when this is the first.
   * @param key Keyed digest of the key and of who used it.
   */
  async remember(
    key: Buffer,
    { requestId, content }: Remembered,
    connection: Queryable,
  ): Promise<Remembered | undefined> {
    await forget(connection);
    const { rowCount } = await connection.query(
      `insert into dsr.idempotency (key, content, request_id) values ($1, $2, $3) on conflict (key) do nothing`,
      [key, content, requestId],
    );
    if (rowCount > 0) return undefined;
    return this.find(key, connection);
  }

  async find(key: Buffer, connection: Queryable): Promise<Remembered | undefined> {
    const { rows } = await connection.query<{ request_id: string; content: Buffer }>(
      'select request_id, content from dsr.idempotency where key = $1',
      [key],
    );
    return rows[0] && { requestId: rows[0].request_id, content: rows[0].content };
  }
}

async function forget(connection: Queryable): Promise<void> {
  await connection.query(
    `delete from dsr.idempotency where key in (
       select key from dsr.idempotency where created_at < now() - interval '${retention}'
       limit ${forgottenAtOnce} for update skip locked
     )`,
  );
}
