import type { Migration } from '../migration.js';

/**
 * The scans that all tasks of a connection share, and what the index they fill covers. `generation` tells the entries that
 * the last reading of everything saw from those of earlier ones.
 */
export const sharedScans: Migration = {
  id: 6,
  name: 'shared-scans',
  sql: `
create table dsr.scan (
  connection_id uuid not null references dsr.connection,
  resource text not null,
  reads bigint not null default 0,
  lease_until timestamptz,
  progress bytea,
  begun_at timestamptz,
  ready_at timestamptz default now(),
  pages int not null default 0,
  things int not null default 0,
  whole_pages int,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  wanted boolean not null default false,
  wanted_since bigint,
  joined_read bigint not null default -1,
  joined_at timestamptz,
  generation int not null default 0,
  fresh_read bigint,
  covered_since bigint,
  covered_top bigint,
  whole_at timestamptz,
  failed_read bigint,
  failure jsonb,
  primary key (connection_id, resource)
);

alter table dsr.scan_entry add column generation int not null default 0;
create index task_unfinished on dsr.task (connection_id) where status in ('received', 'running', 'awaiting_approval');
`,
};
