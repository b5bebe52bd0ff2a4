import type { Migration } from '../migration.js';

/** A removed connection whose settings, secret or key cannot be used any more is still alive, and nobody can see it end. */
export const unusableConnections: Migration = {
  id: 26,
  name: 'unusable-connections',
  sql: `
alter table dsr.connection drop constraint connection_alive_reason_check;
alter table dsr.connection add constraint connection_alive_reason_check check (alive_reason in
  ('unsupported', 'refused', 'unreachable', 'accepted_yet_alive', 'connector_missing', 'shared', 'unusable'));
`,
};
