import type { Migration } from '../migration.js';

/**
 * Whom tasks deleted, to look for them again. Identifiers are sealed under a data key of their own, which is destroyed with the
 * last look. `sent_at`: when the last deletion was sent to the vendor; what was created since is new.
 */
export const reappearance: Migration = {
  id: 16,
  name: 'reappearance',
  sql: `
create table dsr.reappearance (
  id uuid primary key,
  request_id uuid not null references dsr.request,
  task_id uuid not null unique references dsr.task,
  connection_id uuid not null references dsr.connection,
  subject bytea,
  sent_at timestamptz not null,
  confirmed_at timestamptz not null,
  looks int not null default 0,
  next_look_at timestamptz,
  not_before timestamptz not null default now(),
  looked_at timestamptz,
  finding text check (finding in ('none', 'reappeared', 'not_deleted', 'unknown', 'not_looked')),
  things int not null default 0,
  problem text,
  check ((subject is null) = (next_look_at is null))
);
create index reappearance_due on dsr.reappearance (next_look_at) where next_look_at is not null;
create index reappearance_of_request on dsr.reappearance (request_id);
alter table dsr.request add column watched_at timestamptz;
create index request_to_watch on dsr.request (finished_at)
  where type = 'deletion' and finished_at is not null and watched_at is null and expired_at is null;
`,
};
