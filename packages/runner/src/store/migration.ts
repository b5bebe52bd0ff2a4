/** A step of the database schema. Once released it never changes: a mend is a new migration. */
export interface Migration {
  /** Ascending; some numbers are not taken. */
  readonly id: number;
  readonly name: string;
  /** One or more statements; tables are named with their schema, `dsr`. */
  readonly sql: string;
  /** Workers of older versions would do damage behind it, so it waits until there is none. */
  readonly alone?: true;
}
