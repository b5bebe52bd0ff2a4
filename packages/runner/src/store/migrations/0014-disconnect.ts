import type { Migration } from '../migration.js';

/**
 * A removed connection keeps its sealed credentials until the vendor was seen to refuse them: then they are destroyed. And how
 * old credentials are, and when they were last used.
 */
export const disconnect: Migration = {
  id: 14,
  name: 'disconnect',
  sql: `
alter table dsr.connection
  add column credentials_at timestamptz not null default now(),
  add column credentials_expire boolean not null default true,
  add column used_at timestamptz,
  add column alive_reason text
    check (alive_reason in ('unsupported', 'refused', 'unreachable', 'accepted_yet_alive', 'connector_missing', 'shared')),
  add column end_tries int not null default 0,
  add column end_next_try timestamptz,
  add column dead_at timestamptz;

update dsr.connection set credentials_at = created_at, credentials_expire = authentication <> 'static_token';

create index connection_to_end on dsr.connection (end_next_try) where end_next_try is not null;
`,
};
