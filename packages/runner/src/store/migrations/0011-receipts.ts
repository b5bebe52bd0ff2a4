import type { Migration } from '../migration.js';

/** Keys that sign what the installation attests. The private part of a key ends with its time of signing. */
export const receipts: Migration = {
  id: 11,
  name: 'receipts',
  sql: `
create table dsr.signing_key (
  kid text primary key,
  public_key text not null,
  private_key bytea,
  created_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  retired_at timestamptz,
  check ((private_key is null) = (retired_at is not null))
);
create unique index signing_key_in_use on dsr.signing_key ((true)) where retired_at is null;
`,
};
