import type { Migration } from '../migration.js';

/** Checkpoints of the audit log, and what is counted before it goes into the log. */
export const audit: Migration = {
  id: 10,
  name: 'audit',
  sql: `
    -- Fires for replication too: no setting of a session opens the log.
    alter table dsr.audit_entry enable always trigger audit_entry_append_only;

    create table dsr.audit_checkpoint (
      seq bigint primary key check (seq > 0),
      at timestamptz not null default now(),
      jws text not null
    );

    create trigger audit_checkpoint_append_only before update or delete or truncate on dsr.audit_checkpoint
      for each statement execute function dsr.refuse_audit_change();
    alter table dsr.audit_checkpoint enable always trigger audit_checkpoint_append_only;

    create table dsr.audit_tally (
      action text not null,
      actor text not null,
      subject text not null,
      item text not null,
      count bigint not null check (count > 0),
      since timestamptz not null default now(),
      primary key (action, actor, subject, item)
    );

    create index audit_tally_since on dsr.audit_tally (since);
  `,
};
