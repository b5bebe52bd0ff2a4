import { randomUUID } from 'node:crypto';
import type { HoldView } from '../application/views/retention-view.js';
import type { Database, Queryable } from '../store/database.js';
import { holdRequest } from '../store/hold-request.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';

/** That a request was held, without why. Times are ISO 8601 in UTC. */
export interface PastHold {
  readonly placedAt: string;
  readonly placedBy: string;
  /** Null while it is in force. */
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
}

interface HoldRow {
  readonly id: string;
  readonly request_id: string;
  readonly reason: Buffer;
  readonly placed_at: Date;
  readonly placed_by: string;
}

interface PastRow extends Pick<HoldRow, 'placed_at' | 'placed_by'> {
  readonly released_at: Date | null;
  readonly released_by: string | null;
}

const context = 'legal_hold.reason';

/** Legal holds on requests. Reasons are sealed under a data key of the hold: that of the request may be gone before. */
export class LegalHoldStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /** False, and nothing changed, when one is in force. Holds the request's row to the end of the transaction. */
  async place(requestId: string, reason: string, actor: string, connection: Queryable): Promise<boolean> {
    await holdRequest(requestId, connection);
    const inForce = 'select 1 from dsr.legal_hold where request_id = $1 and released_at is null';
    if ((await connection.query(inForce, [requestId])).rowCount > 0) return false;
    const id = randomUUID();
    await this.#keys.create('hold', id, connection);
    const box = await this.#keys.box('hold', id, connection);
    await connection.query(
      'insert into dsr.legal_hold (id, request_id, reason, placed_by) values ($1, $2, $3, $4)',
      [id, requestId, box.sealJson(context, reason), actor],
    );
    return true;
  }

  /** False when none is in force. */
  async release(requestId: string, actor: string, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      'update dsr.legal_hold set released_at = now(), released_by = $2 where request_id = $1 and released_at is null',
      [requestId, actor],
    );
    return rowCount > 0;
  }

  /** All holds of a request, the first one first. */
  async history(requestId: string): Promise<readonly PastHold[]> {
    const { rows } = await this.#database.query<PastRow>(
      `select placed_at, placed_by, released_at, released_by from dsr.legal_hold
       where request_id = $1 order by placed_at`,
      [requestId],
    );
    return rows.map((row) => ({
      placedAt: row.placed_at.toISOString(),
      placedBy: row.placed_by,
      releasedAt: row.released_at?.toISOString() ?? null,
      releasedBy: row.released_by,
    }));
  }

  /** The holds in force on these requests, by the id of the request. */
  async inForce(requestIds: readonly string[]): Promise<ReadonlyMap<string, HoldView>> {
    const { rows } = await this.#database.query<HoldRow>(
      `select id, request_id, reason, placed_at, placed_by from dsr.legal_hold
       where request_id = any($1::uuid[]) and released_at is null`,
      [requestIds],
    );
    if (rows.length === 0) return new Map();
    const boxes = await this.#keys.boxes(
      'hold',
      rows.map(({ id }) => id),
    );
    return new Map(
      rows.map((row) => {
        const reason = reasonOf(row, boxes.get(row.id));
        const view = { placedAt: row.placed_at.toISOString(), placedBy: row.placed_by, reason };
        return [row.request_id, view];
      }),
    );
  }
}

/** Null when it cannot be opened any more. */
function reasonOf({ reason }: HoldRow, box: Box | undefined): string | null {
  try {
    return (box?.openJson(context, reason) ?? null) as string | null;
  } catch (error) {
    return unlessUnreadable(error);
  }
}
