import type { Database } from '../store/database.js';

/** Requests that are reminded of in one statement; the others follow in the next turn. */
const atOnce = 500;

/** Reminders of deadlines: 7, 3 and 1 days before one, and once it has passed. */
export class Reminders {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Tells the events that are due `now`, each once, however many workers ask. Of several that a request has missed only the
   * last is told, and none of a deadline that is extended meanwhile. Days are 24 hours, whatever the time zone of the database. Returns how many were told.
   */
  async remind(now: Date): Promise<number> {
    const { rowCount } = await this.#database.query(tell, [now, atOnce]);
    return rowCount;
  }
}

const tell = `
  with near as (
    select id, due_at, case
      when due_at < $1 then 0
      when due_at <= $1 + interval '24 hours' then 1
      when due_at <= $1 + interval '72 hours' then 3
      else 7 end as days
    from dsr.request
    where finished_at is null and due_at <= $1::timestamptz + interval '168 hours'
      and reminded_days is distinct from 0
  ), chosen as (
    select request.id, near.due_at, near.days from dsr.request join near using (id)
    where reminded_days is null or reminded_days > near.days
    order by near.due_at, id limit $2 for no key update of request
  ), reminded as (
    update dsr.request set reminded_days = chosen.days from chosen
    where request.id = chosen.id and request.due_at = chosen.due_at and (reminded_days is null or reminded_days > chosen.days) and finished_at is null
    returning request.id, chosen.days, dsr.iso_time(request.due_at) as due
  )
  insert into dsr.event (request_id, kind, details)
  select id, case days when 0 then 'deadline.overdue' else 'deadline.reminder' end,
    jsonb_build_object('dueAt', due) || case days when 0 then '{}' else jsonb_build_object('days', days) end
  from reminded`;
