import type { Migration } from '../migration.js';

/**
 * Deadlines by the law that a request is under, their extension, and reminders (the days of the last one; 0 once it is overdue).
 * Events of requests. Where an event tells of a state, a trigger writes it: no code can change a status and forget to say so.
 * An event gets its id when its transaction is over, for only then is its place among the others known. It refers to no row
 * of dsr.request: that would lock the row, in the order opposite to those who change a task first and then its request.
 */
export const deadlinesAndEvents: Migration = {
  id: 8,
  name: 'deadlines-and-events',
  sql: `
create function dsr.iso_time(at timestamptz) returns text language sql immutable
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

alter table dsr.request
  add column regulation text not null default 'gdpr' check (regulation in ('gdpr', 'ccpa', 'other')),
  add column first_due_at timestamptz,
  add column extended_at timestamptz,
  add column extension_reason bytea,
  add column reminded_days int,
  add check ((extended_at is null) = (first_due_at is null));
create index request_to_remind_of on dsr.request (due_at)
  where finished_at is null and reminded_days is distinct from 0;
create index request_open on dsr.request (due_at) where finished_at is null;

create table dsr.event (
  entry bigint generated always as identity primary key,
  id bigint unique,
  request_id uuid not null,
  kind text not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  details jsonb not null
);
create index event_without_id on dsr.event (entry) where id is null;
create index event_of_request on dsr.event (request_id, id);

create table dsr.webhook (
  name text primary key,
  last_event bigint not null
);
create table dsr.webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook text not null references dsr.webhook,
  event_id bigint not null references dsr.event (id),
  request_id uuid not null,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  created_at timestamptz not null default now(),
  failed_at timestamptz,
  problem text,
  unique (webhook, event_id)
);
create index webhook_delivery_due on dsr.webhook_delivery (webhook, not_before) where failed_at is null;
create index webhook_delivery_order on dsr.webhook_delivery (webhook, request_id, event_id) where failed_at is null;

create function dsr.announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('dsr_event', new.request_id::text);
  return null;
end
$$;
create trigger event_announced after insert on dsr.event
  for each row execute function dsr.announce_event();

create function dsr.tell_of_request() returns trigger language plpgsql as $$
declare
  under_way constant text[] := array['received', 'running', 'awaiting_approval'];
begin
  if tg_op = 'INSERT' then
    insert into dsr.event (request_id, kind, details)
      values (new.id, 'request.received', jsonb_build_object('type', new.type, 'regulation', new.regulation, 'dueAt', dsr.iso_time(new.due_at)));
  elsif new.status <> all (under_way) then
    insert into dsr.event (request_id, kind, details)
      values (
        new.id,
        case new.status when 'cancelled' then 'request.cancelled' else 'request.finished' end,
        jsonb_build_object('status', new.status)
      );
  elsif old.status <> all (under_way) then
    insert into dsr.event (request_id, kind, details)
      values (new.id, 'request.resumed', jsonb_build_object('status', new.status));
  end if;
  return null;
end
$$;
create trigger request_received after insert on dsr.request
  for each row execute function dsr.tell_of_request();
create trigger request_changed after update of status on dsr.request
  for each row when (old.status is distinct from new.status) execute function dsr.tell_of_request();

create function dsr.tell_of_task() returns trigger language plpgsql as $$
declare
  place constant jsonb := jsonb_build_object(
    'task', new.id,
    'connection', (select name from dsr.connection where id = new.connection_id)
  );
begin
  insert into dsr.event (request_id, kind, details)
    values (new.request_id, 'task.changed', place || jsonb_build_object('from', old.status, 'to', new.status));
  if new.status = 'awaiting_approval' then
    insert into dsr.event (request_id, kind, details)
      values (new.request_id, 'plan.ready', place || jsonb_build_object('plan', new.plan_hash));
  elsif new.status = 'dead_letter' then
    insert into dsr.event (request_id, kind, details) values (new.request_id, 'task.dead_letter', place);
  end if;
  return null;
end
$$;
create trigger task_changed after update of status on dsr.task
  for each row when (old.status is distinct from new.status) execute function dsr.tell_of_task();
`,
};
