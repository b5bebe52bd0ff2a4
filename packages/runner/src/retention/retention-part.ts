import type { Json } from '@privacy-connectors/core';
import type { PurgeView } from '../application/views/retention-view.js';
import type { ReceiptPart } from '../receipts/receipt-part.js';
import type { Database } from '../store/database.js';

/** How much was destroyed when a request expired. */
export interface Destroyed {
  readonly tasks: number;
  readonly records: number;
  readonly files: number;
}

interface Row {
  readonly expired_at: Date | null;
  readonly expired_by: string | null;
  readonly destroyed: Destroyed | null;
  readonly purge: PurgeView | null;
}

/** Attests what was destroyed here: what the request found, and what a deletion took out of our own store. */
export class RetentionPart implements ReceiptPart {
  readonly name = 'retention';
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(requestId: string): Promise<Json | null> {
    const sql = 'select expired_at, expired_by, destroyed, purge from dsr.request where id = $1';
    const [row] = (await this.#database.query<Row>(sql, [requestId])).rows;
    if (row === undefined || (row.expired_at === null && row.purge === null)) return null;
    return { expired: expiredOf(row), purged: row.purge === null ? null : { ...row.purge } };
  }
}

function expiredOf({ expired_at: at, expired_by: by, destroyed }: Row): Json {
  return at && { at: at.toISOString(), by, destroyed: destroyed && { ...destroyed } };
}
