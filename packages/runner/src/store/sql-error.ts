import { DatabaseError } from '../errors/runner-error.js';

/** PostgreSQL refused a statement. Carries the SQLSTATE (e.g. `23505`, unique violation) and none of the values. */
export class SqlError extends DatabaseError {
  readonly sqlState: string;

  constructor(sqlState: string, message: string) {
    super(message);
    this.sqlState = sqlState;
  }
}
