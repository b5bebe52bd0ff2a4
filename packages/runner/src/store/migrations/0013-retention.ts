import type { Migration } from '../migration.js';

/**
 * What expires, and what keeps it. `split`: a data key has a second part outside of the database; it stays true until that part
 * is destroyed too. The summary of a task is what became of it, kept when its work is swept. The digests of a request's
 * subject find its other requests; `given`: the request names it. `purge` says what a deletion took out of our own store. A hold
 * is sealed under a data key of its own. Scopes of keys are what the code says. `kept_from`: what ended before anything expired is
 * kept as if it had ended with this migration, so that there is time to hold it.
 */
export const retention: Migration = {
  id: 13,
  name: 'retention',
  // They cannot open keys of two parts, and would give up the work that needs them.
  alone: true,
  sql: `
alter table dsr.data_key drop constraint data_key_scope_check;
alter table dsr.data_key add column split boolean not null default false;
create index data_key_part on dsr.data_key (scope, scope_id) where split and destroyed_at is not null;

alter table dsr.request
  add column expired_at timestamptz,
  add column expired_by text check (expired_by in ('time', 'deletion')),
  add column swept_at timestamptz,
  add column events_swept_at timestamptz,
  add column digested text check (digested in ('under_way', 'ended')),
  add column purge jsonb,
  add column kept_from timestamptz,
  add check ((expired_at is null) = (expired_by is null));
update dsr.request set kept_from = date_trunc('milliseconds', now()) where finished_at is not null;
create index request_to_expire on dsr.request (greatest(finished_at, kept_from)) where finished_at is not null and expired_at is null;
create index request_to_sweep on dsr.request (expired_at) where expired_at is not null and swept_at is null;
create index request_with_events on dsr.request (finished_at) where expired_at is not null and events_swept_at is null;
create index request_to_digest on dsr.request (id)
  where expired_at is null and (digested is null or digested = 'under_way' and finished_at is not null);
create index request_to_purge_for on dsr.request (finished_at)
  where type = 'deletion' and finished_at is not null and expired_at is null;
create index request_ended on dsr.request (finished_at) where finished_at is not null;
alter table dsr.task add column summary jsonb;

create table dsr.legal_hold (
  id uuid primary key,
  request_id uuid not null references dsr.request,
  reason bytea not null,
  placed_at timestamptz not null default now(),
  placed_by text not null,
  released_at timestamptz,
  released_by text,
  check ((released_at is null) = (released_by is null))
);
create unique index legal_hold_in_force on dsr.legal_hold (request_id) where released_at is null;
create index legal_hold_of_request on dsr.legal_hold (request_id);

create table dsr.subject_digest (
  request_id uuid not null references dsr.request,
  digest bytea not null check (length(digest) = 32),
  kind text not null,
  given boolean not null,
  primary key (request_id, digest)
);
create index subject_digest_of on dsr.subject_digest (digest);
`,
};
