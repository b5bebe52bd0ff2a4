import type { EventLog } from '../../src/events/event-log.js';
import type { Database, Queryable } from '../../src/store/database.js';

class RolledBack extends Error {}

interface OpenTransaction {
  readonly connection: Queryable;
  /** Commits, or rolls back for an error. */
  end(error?: Error): Promise<void>;
}

/** Appends events of one request in transactions that begin and end when the test says so. */
export class Writer {
  readonly requestId: string;
  /** The words that are there for good, in the order in which they were appended. */
  readonly committed: string[] = [];
  readonly #database: Database;
  readonly #log: EventLog;
  #written: string[] = [];
  #count = 0;
  #open: OpenTransaction | undefined;

  constructor(database: Database, log: EventLog, requestId: string) {
    this.#database = database;
    this.#log = log;
    this.requestId = requestId;
  }

  async append(word = `word ${String((this.#count += 1))}`): Promise<void> {
    this.#open ??= await this.#begin();
    const { requestId } = this;
    await this.#log.append({ requestId, kind: 'task.changed', details: { word } }, this.#open.connection);
    this.#written.push(word);
  }

  async commit(): Promise<void> {
    await this.#end();
    this.committed.push(...this.#written);
    this.#written = [];
  }

  async rollBack(): Promise<void> {
    await this.#end(new RolledBack());
    this.#written = [];
  }

  async #end(error?: Error): Promise<void> {
    await this.#open?.end(error);
    this.#open = undefined;
  }

  #begin(): Promise<OpenTransaction> {
    return new Promise<OpenTransaction>((began, failed) => {
      const whole = this.#database.transaction(
        (connection) =>
          new Promise<void>((resolve, reject) => {
            const end = async (error?: Error): Promise<void> => {
              if (error === undefined) resolve();
              else reject(error);
              await whole.catch((reason: unknown) => {
                if (!(reason instanceof RolledBack)) throw reason;
              });
            };
            began({ connection, end });
          }),
      );
      whole.catch(failed);
    });
  }
}
