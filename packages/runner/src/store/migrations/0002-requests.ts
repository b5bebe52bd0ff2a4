import type { Migration } from '../migrate.js';

/** Connections, requests and their tasks, work, findings, records, files, and the scan index. */
export const requests: Migration = {
  id: 2,
  name: 'requests',
  sql: `
create table dsr.connection (
  id uuid primary key,
  name text not null,
  connector text not null,
  settings jsonb not null,
  authentication text not null check (authentication in ('static_token', 'authorization_code')),
  client_id text,
  client_secret bytea,
  tokens bytea,
  granted_scopes text[],
  account text,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index connection_name on dsr.connection (name) where removed_at is null;

create table dsr.request (
  id uuid primary key,
  type text not null check (type in ('access', 'deletion')),
  status text not null,
  subject bytea not null,
  approved boolean not null,
  include_vendor_users boolean not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  finished_at timestamptz
);

create table dsr.task (
  id uuid primary key,
  request_id uuid not null references dsr.request,
  connection_id uuid not null references dsr.connection,
  position int not null,
  status text not null,
  epoch int not null default 0,
  run int not null default 1,
  plan bytea,
  plan_hash text,
  approved_hash text,
  plan_changed text,
  error jsonb
);
create index task_request on dsr.task (request_id, position);
create index task_connection on dsr.task (connection_id);

create table dsr.thing (
  task_id uuid not null references dsr.task,
  key bytea not null,
  resource text not null,
  content bytea not null,
  primary key (task_id, key)
);

create table dsr.work (
  id bigint generated always as identity primary key,
  task_id uuid not null references dsr.task,
  priority int not null default 0,
  kind text not null,
  resource text not null,
  key bytea not null,
  payload bytea not null,
  state text not null default 'due' check (state in ('due', 'ended')),
  not_before timestamptz not null default now(),
  attempts int not null default 0,
  sent_at timestamptz,
  plan_run int,
  done int not null default 0,
  count int not null default 1,
  outcome jsonb,
  created_at timestamptz not null default now(),
  unique (task_id, kind, resource, key)
);
create index work_order on dsr.work (task_id, priority, id) where state = 'due';
create index work_due on dsr.work (task_id, not_before) where state = 'due';

create table dsr.record (
  task_id uuid not null references dsr.task,
  resource text not null,
  key bytea not null,
  parent bytea,
  occurred_at bigint,
  seq bigint generated always as identity,
  content bytea not null,
  primary key (task_id, resource, key)
);
create index record_order on dsr.record (task_id, resource, seq);
create index record_children on dsr.record (task_id, resource, parent, (coalesce(occurred_at, 0)), seq);

create table dsr.file (
  task_id uuid not null references dsr.task,
  resource text not null,
  key bytea not null,
  size bytea not null,
  primary key (task_id, resource, key)
);
create table dsr.file_part (
  task_id uuid not null,
  resource text not null,
  key bytea not null,
  part int not null,
  content bytea not null,
  primary key (task_id, resource, key, part)
);

create table dsr.scan_entry (
  connection_id uuid not null references dsr.connection,
  resource text not null,
  key bytea not null,
  owner bytea not null,
  ref bytea not null,
  updated_at bigint not null,
  seen_at timestamptz not null default now(),
  primary key (connection_id, resource, key)
);
create index scan_entry_owner on dsr.scan_entry (connection_id, resource, owner);
`,
};
