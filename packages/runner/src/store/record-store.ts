import type { DataRecord, Json } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';
import type { Database, Queryable, QueryResult } from './database.js';

/** Records a page holds when they are read back. */
const pageSize = 200;

interface Place {
  readonly at: number;
  readonly seq: number;
}

interface RecordRow extends Place {
  readonly key: Buffer;
  readonly content: Buffer;
}

/** A record and its number in the order in which records were found. */
export interface StoredRecord {
  readonly number: number;
  readonly record: DataRecord;
}

/** How many records of a resource a task has. */
export interface RecordCount {
  readonly task_id: string;
  readonly resource: string;
  readonly count: number;
}

/** Records of personal data, sealed, keyed by resource and record id: a page that comes twice overwrites itself. */
export class RecordStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(
    taskId: string,
    resource: string,
    box: Box,
    records: readonly DataRecord[],
    connection: Queryable,
  ): Promise<void> {
    const unique = [...new Map(records.map((record) => [record.id, record])).values()];
    if (unique.length === 0) return;
    const keys = unique.map((record) => recordKey(box, resource, record.id));
    await connection.query(
      `insert into dsr.record (task_id, resource, key, parent, occurred_at, content)
       select $1, $2, * from unnest($3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[])
       on conflict (task_id, resource, key) do update
       set parent = excluded.parent, occurred_at = excluded.occurred_at, content = excluded.content`,
      [
        taskId,
        resource,
        keys,
        unique.map((record) =>
          record.parent === undefined ? null : recordKey(box, record.parent.resource, record.parent.id),
        ),
        unique.map((record) => (record.occurredAt === undefined ? null : Math.trunc(record.occurredAt))),
        unique.map((record, index) =>
          box.sealJson(context(taskId, resource, keys[index]), { ...record } as unknown as Json),
        ),
      ],
    );
  }

  /** How many records of which resource tasks have. */
  async counts(
    taskIds: readonly string[],
    connection: Queryable = this.#database,
  ): Promise<readonly RecordCount[]> {
    const { rows } = await connection.query<RecordCount>(
      `select task_id, resource, count(*)::int as count from dsr.record
       where task_id = any($1::uuid[]) group by task_id, resource`,
      [taskIds],
    );
    return rows;
  }

  /** All records of a resource in the order they were found, a page in memory at a time. */
  async *all(taskId: string, resource: string, box: Box): AsyncGenerator<DataRecord> {
    for await (const { record } of this.from(taskId, resource, box, 0)) yield record;
  }

  /** The same from a number on, with the numbers. */
  async *from(taskId: string, resource: string, box: Box, first: number): AsyncGenerator<StoredRecord> {
    yield* this.#pages(taskId, resource, box, { at: 0, seq: first - 1 }, (last) =>
      this.#database.query<RecordRow>(
        `select key, content, 0 as at, seq from dsr.record where task_id = $1 and resource = $2 and seq > $3 order by seq limit $4`,
        [taskId, resource, last.seq, pageSize],
      ),
    );
  }

  /** One record; undefined when the task has none of that id. */
  async find(taskId: string, resource: string, id: string, box: Box): Promise<DataRecord | undefined> {
    const key = recordKey(box, resource, id);
    const { rows } = await this.#database.query<Pick<RecordRow, 'content'>>(
      'select content from dsr.record where task_id = $1 and resource = $2 and key = $3',
      [taskId, resource, key],
    );
    const [row] = rows;
    return row && (box.openJson(context(taskId, resource, key), row.content) as unknown as DataRecord);
  }

  /** The records that belong to one parent, oldest first. */
  async *children(
    taskId: string,
    resource: string,
    parent: { readonly resource: string; readonly id: string },
    box: Box,
  ): AsyncGenerator<DataRecord> {
    const key = recordKey(box, parent.resource, parent.id);
    const start = { at: Number.MIN_SAFE_INTEGER, seq: 0 };
    const pages = this.#pages(taskId, resource, box, start, (last) =>
      this.#database.query<RecordRow>(
        `select key, content, coalesce(occurred_at, 0) as at, seq from dsr.record
         where task_id = $1 and resource = $2 and parent = $3 and (coalesce(occurred_at, 0), seq) > ($4::bigint, $5::bigint)
         order by coalesce(occurred_at, 0), seq limit $6`,
        [taskId, resource, key, last.at, last.seq, pageSize],
      ),
    );
    for await (const { record } of pages) yield record;
  }

  async *#pages(
    taskId: string,
    resource: string,
    box: Box,
    start: Place,
    fetch: (last: Place) => Promise<QueryResult<RecordRow>>,
  ): AsyncGenerator<StoredRecord> {
    let last = start;
    for (;;) {
      const { rows } = await fetch(last);
      for (const row of rows) {
        const record = box.openJson(context(taskId, resource, row.key), row.content);
        yield { number: row.seq, record: record as unknown as DataRecord };
      }
      const end = rows.at(-1);
      if (end === undefined || rows.length < pageSize) return;
      last = end;
    }
  }
}

/** What a record is known by without its id. */
export function recordKey(box: Box, resource: string, id: string): Buffer {
  return box.digest(`record:${resource}:${id}`);
}

/** Binds a ciphertext to its row. */
function context(taskId: string, resource: string, key: Buffer | undefined): string {
  return `record:${taskId}:${resource}:${key?.toString('hex') ?? ''}`;
}
