import type { Events } from '../application/events.js';
import type { Database, Queryable } from '../store/database.js';
import type { EventDetails, EventKind, NewEvent, RequestEvent } from './event.js';
import type { EventWatch } from './event-watch.js';
import { numberEvents } from './number-events.js';

interface EventRow {
  readonly id: number;
  readonly request_id: string;
  readonly kind: EventKind;
  readonly at: Date;
  readonly details: EventDetails;
}

const pageSize = 100;

/** What happened to requests, in an order that is the same for every reader. Kept with the request, for good. */
export class EventLog implements Events {
  readonly #database: Database;
  readonly #watch: EventWatch;

  constructor(database: Database, watch: EventWatch) {
    this.#database = database;
    this.#watch = watch;
  }

  /**
   * Appends an event, in the transaction of the change it tells. Changes of status need no call: the database tells them by
   * itself.
   */
  async append({ requestId, kind, details }: NewEvent, connection: Queryable): Promise<void> {
    await connection.query('insert into dsr.event (request_id, kind, details) values ($1, $2, $3)', [
      requestId,
      kind,
      JSON.stringify(details),
    ]);
  }

  /**
   * Events of one request, or of all (`null`), that come after the event `lastId` (0 for the first), at most `limit`. Who goes
   * on from the last id of each answer misses none and gets none twice.
   * @param requestId The whole id.
   */
  async after(requestId: string | null, lastId: number, limit: number): Promise<readonly RequestEvent[]> {
    await numberEvents(this.#database);
    const { rows } = await this.#database.query<EventRow>(
      `select id, request_id, kind, at, details from dsr.event
       where id > $1 ${requestId === null ? '' : 'and request_id = $3'} order by id limit $2`,
      requestId === null ? [lastId, limit] : [lastId, limit, requestId],
    );
    return rows.map(({ id, request_id, kind, at, details }) => {
      return { id, requestId: request_id, kind, at: at.toISOString(), details };
    });
  }

  /** The id of the last event of all, 0 when there is none. */
  async lastId(): Promise<number> {
    await numberEvents(this.#database);
    const { rows } = await this.#database.query<{ last: number }>(
      'select coalesce(max(id), 0) as last from dsr.event',
    );
    return rows[0]?.last ?? 0;
  }

  /**
   * The same events without an end, each soon after it happened.
   * @throws the signal's reason when it is aborted.
   */
  async *follow(
    requestId: string | null,
    lastId: number,
    signal: AbortSignal,
  ): AsyncGenerator<RequestEvent, never> {
    const subscription = this.#watch.subscribe(requestId);
    try {
      for (let last = lastId; ;) {
        signal.throwIfAborted();
        const events = await this.after(requestId, last, pageSize);
        yield* events;
        last = events.at(-1)?.id ?? last;
        if (events.length < pageSize) await subscription.next(signal);
      }
    } finally {
      subscription.close();
    }
  }
}
