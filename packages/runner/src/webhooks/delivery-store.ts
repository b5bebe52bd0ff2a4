import type { EventKind, RequestEvent } from '../events/event.js';
import type { Database, Queryable } from '../store/database.js';

/** Milliseconds for which who took a delivery has it for itself; more than a try can take. */
const leaseMilliseconds = 30_000;

/** A webhook to be sent. */
export interface Delivery {
  readonly id: string;
  /** Tries, this one included. */
  readonly attempts: number;
  /** Milliseconds since it was first due. */
  readonly age: number;
  readonly event: RequestEvent;
}

/** Deliveries of an endpoint that are not done. */
export interface DeliveryCounts {
  readonly webhook: string;
  /** Waiting for their first or next try. */
  readonly waiting: number;
  /** Given up. */
  readonly failed: number;
}

interface DeliveryRow {
  readonly id: string;
  readonly attempts: number;
  readonly age: number;
  readonly event_id: number;
  readonly request_id: string;
  readonly kind: EventKind;
  readonly at: Date;
  readonly details: RequestEvent['details'];
}

/** Which events each endpoint still has to be told. What was delivered is forgotten. */
export class DeliveryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Up to which event an endpoint's deliveries were made; for one that is new, `first`. */
  async position(webhook: string, first: () => Promise<number>): Promise<number> {
    const sql = 'select last_event from dsr.webhook where name = $1';
    const { rows } = await this.#database.query<{ last_event: number }>(sql, [webhook]);
    if (rows[0] !== undefined) return rows[0].last_event;
    const insert = 'insert into dsr.webhook (name, last_event) values ($1, $2) on conflict do nothing';
    await this.#database.query(insert, [webhook, await first()]);
    return this.position(webhook, first);
  }

  /** Makes the deliveries of `events` and moves the endpoint past the event `to`, unless somebody else did. */
  async add(
    webhook: string,
    events: readonly RequestEvent[],
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<void> {
    await this.#database.query(
      `with moved as (
         update dsr.webhook set last_event = $3 where name = $1 and last_event = $2 returning name
       )
       insert into dsr.webhook_delivery (webhook, event_id, request_id)
       select name, event.id, event.request_id from moved, dsr.event where event.id = any($4::bigint[])`,
      [webhook, from, to, events.map(({ id }) => id)],
    );
  }

  /** Takes deliveries that are due for a while, the oldest of each request, so that a receiver gets them in order. */
  async take(webhook: string, limit: number): Promise<readonly Delivery[]> {
    const { rows } = await this.#database.query<DeliveryRow>(
      `with chosen as (
         select id from dsr.webhook_delivery as delivery
         where webhook = $1 and failed_at is null and not_before <= now() and not exists (
           select from dsr.webhook_delivery as earlier
           where earlier.webhook = $1 and earlier.request_id = delivery.request_id
             and earlier.failed_at is null and earlier.event_id < delivery.event_id
         )
         order by not_before limit $2 for update skip locked
       ), taken as (
         update dsr.webhook_delivery as delivery
         set attempts = attempts + 1, not_before = now() + $3 * interval '1 millisecond'
         from chosen where delivery.id = chosen.id
         returning delivery.*, (extract(epoch from now() - created_at) * 1000)::float8 as age
       )
       select taken.id, attempts, age, event_id, taken.request_id, kind, at, details
       from taken join dsr.event on event.id = event_id order by event_id`,
      [webhook, limit, leaseMilliseconds],
    );
    return rows.map(({ id, attempts, age, event_id, request_id: requestId, kind, at, details }) => {
      return { id, attempts, age, event: { id: event_id, requestId, kind, at: at.toISOString(), details } };
    });
  }

  /** It was accepted. */
  async done(id: string): Promise<void> {
    await this.#database.query('delete from dsr.webhook_delivery where id = $1', [id]);
  }

  async tryAgain(id: string, milliseconds: number, problem: string): Promise<void> {
    await this.#database.query(
      `update dsr.webhook_delivery set problem = $3, not_before = now() + $2 * interval '1 millisecond' where id = $1`,
      [id, milliseconds, problem],
    );
  }

  /** Gives up; the next of the request may go. False when somebody else did so. */
  async giveUp(id: string, problem: string, connection: Queryable): Promise<boolean> {
    const { rowCount } = await connection.query(
      'update dsr.webhook_delivery set problem = $2, failed_at = now() where id = $1 and failed_at is null',
      [id, problem],
    );
    return rowCount > 0;
  }

  /** By endpoint, those included that are not configured any more. */
  async counts(): Promise<readonly DeliveryCounts[]> {
    const { rows } = await this.#database.query<DeliveryCounts>(
      `select name as webhook, count(id) filter (where failed_at is null)::int as waiting, count(failed_at)::int as failed
       from dsr.webhook left join dsr.webhook_delivery on webhook = name group by name order by name`,
    );
    return rows;
  }
}
