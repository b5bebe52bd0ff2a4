import type { Json } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';

/** A version of a request's receipt. */
export interface ReceiptRow {
  readonly number: number;
  readonly issued_at: Date;
  readonly kid: string;
  /** SHA-256 of the signed text. */
  readonly hash: Buffer;
  /** SHA-256 of what it says, apart from its number, its time and its place in the audit log. */
  readonly said: Buffer;
  /** The signed text. */
  readonly jws: string;
}

/** A receipt that is to be made; `mark` tells later changes from this one. */
export interface DueReceipt {
  readonly request_id: string;
  readonly mark: number;
}

/** Where the audit log stands. */
export interface AuditPlaceRow {
  readonly seq: number;
  readonly hash: Buffer;
  /** A compact JWS; null before the first one. */
  readonly checkpoint: string | null;
}

interface SealedRow extends Omit<ReceiptRow, 'jws'> {
  readonly content: Buffer;
}

const columns = 'number, issued_at, kid, hash, said, content';

/** Receipts, sealed for the installation: they outlive the data key of their request. Rows are added and never changed. */
export class ReceiptStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A version of the receipt, the newest one unless given. */
  async find(requestId: string, box: Box, number: number | null = null): Promise<ReceiptRow | undefined> {
    const { rows } = await this.#database.query<SealedRow>(
      `select ${columns} from dsr.receipt where request_id = $1 and number = coalesce($2, number)
       order by number desc limit 1`,
      [requestId, number],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { content, ...rest } = row;
    return { ...rest, jws: box.open(contextOf(requestId, row.number), content).toString('utf8') };
  }

  /** False when somebody else added this number. */
  async add(requestId: string, row: ReceiptRow, box: Box, connection: Queryable): Promise<boolean> {
    const { number, issued_at, kid, hash, said, jws } = row;
    const { rowCount } = await connection.query(
      `insert into dsr.receipt (request_id, number, issued_at, kid, hash, said, content)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        requestId,
        number,
        issued_at,
        kid,
        hash,
        said,
        box.seal(contextOf(requestId, number), Buffer.from(jws, 'utf8')),
      ],
    );
    return rowCount > 0;
  }

  /** What is due of a request; undefined when its receipt says all there is. */
  async due(requestId: string): Promise<DueReceipt | undefined> {
    const sql = 'select request_id, mark from dsr.receipt_due where request_id = $1';
    return (await this.#database.query<DueReceipt>(sql, [requestId])).rows[0];
  }

  /** Takes requests whose receipts are due, the longest due first; whoever dies with one leaves it to others a while later. */
  async claim(limit: number, seconds: number): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ request_id: string }>(
      `update dsr.receipt_due set not_before = now() + make_interval(secs => $2)
       where request_id in (
         select request_id from dsr.receipt_due where not_before <= now() order by not_before limit $1
         for update skip locked
       )
       returning request_id`,
      [limit, seconds],
    );
    return rows.map(({ request_id }) => request_id);
  }

  /** Nobody needs to try again for so many seconds, unless something changes. */
  async postpone(requestId: string, seconds: number): Promise<void> {
    await this.#database.query(
      'update dsr.receipt_due set not_before = now() + make_interval(secs => $2) where request_id = $1',
      [requestId, seconds],
    );
  }

  /** Nothing is due any more, unless something changed since `due` was read; what was drafted before is out of date then. */
  async settle({ request_id, mark }: DueReceipt, connection: Queryable = this.#database): Promise<void> {
    await connection.query('update dsr.receipt_due set draft = null where request_id = $1', [request_id]);
    await connection.query('delete from dsr.receipt_due where request_id = $1 and mark = $2', [
      request_id,
      mark,
    ]);
  }

  /** Keeps what a receipt that is due is to say, until it can be signed. */
  async keepDraft(requestId: string, statement: Json, box: Box): Promise<void> {
    await this.#database.query('update dsr.receipt_due set draft = $2 where request_id = $1', [
      requestId,
      box.sealJson(draftOf(requestId), statement),
    ]);
  }

  async draft(requestId: string, box: Box): Promise<Json | undefined> {
    const sql = 'select draft from dsr.receipt_due where request_id = $1 and draft is not null';
    const [row] = (await this.#database.query<{ draft: Buffer }>(sql, [requestId])).rows;
    return row && box.openJson(draftOf(requestId), row.draft);
  }

  /** The database's time, by which signing keys are dated too. */
  async now(): Promise<Date> {
    const { rows } = await this.#database.query<{ at: Date }>(
      `select date_trunc('milliseconds', clock_timestamp()) as at`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('A select of one row returned none.');
    return row.at;
  }

  /** The last entry of the audit log, and its newest checkpoint. */
  async auditPlace(): Promise<AuditPlaceRow | undefined> {
    const { rows } = await this.#database.query<AuditPlaceRow>(
      `select seq, hash, (select jws from dsr.audit_checkpoint order by seq desc limit 1) as checkpoint
       from dsr.audit_entry order by seq desc limit 1`,
    );
    return rows[0];
  }
}

function draftOf(requestId: string): string {
  return `receipt_due.draft/${requestId}`;
}

/** Binds a ciphertext to its row. */
function contextOf(requestId: string, number: number): string {
  return `receipt.content/${requestId}/${number}`;
}
