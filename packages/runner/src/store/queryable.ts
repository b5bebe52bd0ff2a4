/** A value for a `$n` placeholder. JSON goes in as text (`JSON.stringify`): an array here is an SQL array. */
export type SqlValue = string | number | bigint | boolean | null | Date | Uint8Array | readonly SqlValue[];

/** Rows of a statement, and how many it returned or changed. */
export interface QueryResult<Row> {
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

/**
 * Something SQL can be sent to: the pool or one transaction. `bytea` arrives as Buffer, `timestamptz` as Date,
 * `int8` as number (as bigint above 2^53), `jsonb` parsed.
 */
export interface Queryable {
  /** @throws SqlError when the server refuses the statement, DatabaseError when it cannot be reached. */
  query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<QueryResult<Row>>;
}
