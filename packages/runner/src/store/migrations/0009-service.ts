import type { Migration } from '../migration.js';

/** What was recorded under which idempotency key, and the orders in which the service lists requests. */
export const service: Migration = {
  id: 9,
  name: 'service',
  sql: `
create table dsr.idempotency (
  key bytea primary key check (length(key) = 32),
  content bytea not null check (length(content) = 32),
  request_id uuid not null references dsr.request deferrable initially deferred,
  created_at timestamptz not null default now()
);
create index idempotency_age on dsr.idempotency (created_at);

create index request_order on dsr.request (received_at, id);
create index request_due on dsr.request (due_at) where finished_at is null;
`,
};
