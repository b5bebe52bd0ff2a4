import type { Migration } from '../migration.js';

/** Processes that carry tasks out, and how far each task is with them. */
export const workers: Migration = {
  id: 4,
  name: 'workers',
  sql: `
create table dsr.process (
  id uuid primary key,
  beat_at timestamptz not null default now()
);

alter table dsr.task
  add column dispatched_run int,
  add column held_by uuid,
  add column deaths int not null default 0,
  add column wake_at timestamptz;

create index task_undispatched on dsr.task (request_id)
  where status in ('received', 'running') and dispatched_run is distinct from run;
create index task_wake on dsr.task (wake_at) where status in ('received', 'running');
create index request_under_way on dsr.request (due_at, received_at) where status in ('received', 'running');
`,
};
