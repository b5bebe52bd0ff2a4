import type { Migration } from '../migration.js';

/**
 * Keys of the service, who created a request, and authorisations that wait for a browser. What an earlier version records,
 * before or beside this one, comes from the command line. A pending authorisation is sealed under a data key of its own,
 * which ends with it. The revision of a connection tells processes that hold its credentials when these were replaced.
 */
export const access: Migration = {
  id: 7,
  name: 'access',
  sql: `
create table dsr.api_key (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  role text not null check (role in ('auditor', 'operator', 'approver', 'admin')),
  name text,
  digest bytea not null check (length(digest) = 32),
  created_at timestamptz not null default now(),
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);

alter table dsr.request add column created_by text not null default 'cli';

alter table dsr.connection add column revision int not null default 0;

alter table dsr.data_key drop constraint data_key_scope_check;
alter table dsr.data_key add constraint data_key_scope_check
  check (scope in ('connection', 'request', 'installation', 'authorization'));

create table dsr.authorization (
  id uuid primary key,
  state_digest bytea not null unique check (length(state_digest) = 32),
  started_by text not null,
  connection_name text not null,
  status text not null check (status in ('pending', 'exchanging', 'completed', 'failed', 'expired')),
  content bytea,
  error jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((content is null) = (status <> 'pending'))
);
create index authorization_pending on dsr.authorization (expires_at) where status in ('pending', 'exchanging');
`,
};
