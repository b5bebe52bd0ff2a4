import type { Database, Queryable } from './database.js';

/** A checkpoint of the audit log. */
export interface CheckpointRow {
  readonly seq: number;
  readonly at: Date;
  readonly jws: string;
}

/** An entry of the log with its hash. */
export interface HeadRow {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Signed checkpoints of the audit log, in a table that is append-only as the log is. */
export class CheckpointStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ascending; there is one an hour, or one in a thousand entries. */
  async all(): Promise<readonly CheckpointRow[]> {
    const sql = 'select seq, at, jws from dsr.audit_checkpoint order by seq';
    return (await this.#database.query<CheckpointRow>(sql)).rows;
  }

  async newest(): Promise<CheckpointRow | undefined> {
    const sql = 'select seq, at, jws from dsr.audit_checkpoint order by seq desc limit 1';
    return (await this.#database.query<CheckpointRow>(sql)).rows[0];
  }

  /** The last one of an entry up to `seq`, and the first one of an entry behind it. */
  async around(seq: number): Promise<{ readonly before?: CheckpointRow; readonly behind?: CheckpointRow }> {
    const { rows } = await this.#database.query<CheckpointRow>(
      `(select seq, at, jws from dsr.audit_checkpoint where seq <= $1 order by seq desc limit 1)
       union all (select seq, at, jws from dsr.audit_checkpoint where seq > $1 order by seq limit 1)`,
      [seq],
    );
    const before = rows.find((row) => row.seq <= seq);
    const behind = rows.find((row) => row.seq > seq);
    return { ...(before && { before }), ...(behind && { behind }) };
  }

  /** One that another process made of the same entry stays. */
  async add(seq: number, jws: string, connection: Queryable = this.#database): Promise<void> {
    const sql = 'insert into dsr.audit_checkpoint (seq, jws) values ($1, $2) on conflict (seq) do nothing';
    await connection.query(sql, [seq, jws]);
  }

  /** The last entry of the log, or that of a sequence number. */
  async entry(seq?: number): Promise<HeadRow | undefined> {
    const { rows } = await this.#database.query<HeadRow>(
      `select seq, hash from dsr.audit_entry where seq = coalesce($1, seq) order by seq desc limit 1`,
      [seq ?? null],
    );
    return rows[0];
  }
}
