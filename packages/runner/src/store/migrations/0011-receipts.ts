import type { Migration } from '../migration.js';

/**
 * Keys that sign what the installation attests; the private part of a key ends with its time of signing,
 * and `digest` shows that the installation wrote the row. What receipts tell
 * beyond what was kept before: who approved, which versions worked, each kind of call of an erasure with its last answer.
 * Receipts themselves, sealed, and which of them are due: `mark` rises with each change, so that none is missed that happens
 * while a receipt is made.
 */
export const receipts: Migration = {
  id: 11,
  name: 'receipts',
  sql: `
create table dsr.signing_key (
  kid text primary key,
  public_key text not null,
  private_key bytea,
  created_at timestamptz not null,
  retired_at timestamptz,
  digest bytea not null check (length(digest) = 32),
  check ((private_key is null) = (retired_at is not null))
);
create unique index signing_key_in_use on dsr.signing_key ((true)) where retired_at is null;

create table dsr.approval (
  request_id uuid not null references dsr.request on delete cascade,
  plan_hash text not null,
  approved_by text not null,
  approved_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (request_id, plan_hash, approved_at)
);
insert into dsr.approval (request_id, plan_hash, approved_by, approved_at)
  select distinct request.id, plan.hash, entry.actor, entry.at
  from dsr.audit_entry as entry
  join dsr.request on request.id::text = entry.details->>'request'
  cross join lateral jsonb_array_elements_text(entry.details->'plans') as plan (hash)
  where entry.action = 'request.approved';

alter table dsr.task add column versions jsonb not null default '[]';

alter table dsr.work add column unwitnessed boolean not null default false;
update dsr.work set unwitnessed = true where kind = 'erase' and state = 'ended';

create table dsr.erasure_step (
  task_id uuid not null references dsr.task on delete cascade,
  work_id bigint not null,
  step text not null check (step in ('erase', 'verify')),
  outcome text not null,
  count int not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  calls jsonb not null,
  primary key (task_id, work_id, step, outcome)
);

create table dsr.receipt (
  request_id uuid not null references dsr.request on delete cascade,
  number int not null check (number > 0),
  issued_at timestamptz not null,
  kid text not null references dsr.signing_key,
  hash bytea not null check (length(hash) = 32),
  said bytea not null check (length(said) = 32),
  content bytea not null,
  primary key (request_id, number)
);

create table dsr.receipt_due (
  request_id uuid primary key references dsr.request on delete cascade,
  mark int not null default 1,
  not_before timestamptz not null default now()
);
create index receipt_due_order on dsr.receipt_due (not_before);

create function dsr.mark_receipt(request uuid) returns void language sql as $$
  insert into dsr.receipt_due (request_id) values (request)
  on conflict (request_id) do update set mark = receipt_due.mark + 1, not_before = now();
$$;

create function dsr.mark_receipt_of_ended() returns trigger language plpgsql as $$
begin
  perform dsr.mark_receipt(new.id);
  return null;
end
$$;
create trigger request_ended after update of status on dsr.request
  for each row when (old.status is distinct from new.status and new.status in ('completed', 'incomplete', 'failed', 'cancelled'))
  execute function dsr.mark_receipt_of_ended();
insert into dsr.receipt_due (request_id)
  select id from dsr.request where status in ('completed', 'incomplete', 'failed', 'cancelled');
`,
};
