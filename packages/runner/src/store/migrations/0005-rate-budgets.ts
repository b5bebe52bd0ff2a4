import type { Migration } from '../migration.js';

/** What every process takes a connection's permits from, and what was learned of the vendor's pace. */
export const rateBudgets: Migration = {
  id: 5,
  name: 'rate-budgets',
  sql: `
    create table dsr.rate_budget (
      connection_id uuid not null references dsr.connection,
      name text not null,
      declared jsonb not null,
      limits jsonb not null,
      size float8[] not null,
      per_second float8[] not null,
      content float8[] not null,
      at timestamptz not null default clock_timestamp(),
      factor float8 not null default 1 check (factor > 0 and factor <= 1),
      cuts int not null default 0,
      cut_at timestamptz,
      leased bigint not null default 0,
      requests bigint not null default 0,
      primary key (connection_id, name)
    ) with (fillfactor = 50);
  `,
};
