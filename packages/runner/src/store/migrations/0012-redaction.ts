import type { Migration } from '../migration.js';

/**
 * How a connection's policy differs from the installation's; what people decided about single records (the record's place and
 * the reason are sealed under the request's data key); what the last package of a task did by which policy.
 */
export const redaction: Migration = {
  id: 12,
  name: 'redaction',
  sql: `
alter table dsr.connection add column redaction_policy jsonb not null default '{}';

create table dsr.redaction_override (
  request_id uuid not null references dsr.request on delete cascade,
  task_id uuid not null references dsr.task on delete cascade,
  key bytea not null check (length(key) = 32),
  mode text not null check (mode in ('export', 'redact', 'withhold')),
  content bytea not null,
  decided_by text not null,
  decided_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (task_id, key)
);
create index redaction_override_request on dsr.redaction_override (request_id);

create table dsr.redaction (
  task_id uuid primary key references dsr.task on delete cascade,
  policy jsonb not null,
  withheld jsonb not null,
  replaced jsonb not null,
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);
`,
};
