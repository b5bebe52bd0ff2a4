import type { Migration } from '../migration.js';

/** Wrapped data keys, and the audit log that nobody can change unnoticed. */
export const keysAndAudit: Migration = {
  id: 1,
  name: 'keys-and-audit',
  sql: `
    create table dsr.data_key (
      scope text not null check (scope in ('connection', 'request', 'installation')),
      scope_id text not null,
      wrapped bytea,
      wrapper_id text not null,
      created_at timestamptz not null default now(),
      destroyed_at timestamptz,
      primary key (scope, scope_id),
      check ((wrapped is null) = (destroyed_at is not null))
    );

    create table dsr.audit_entry (
      seq bigint primary key check (seq > 0),
      at timestamptz not null,
      action text not null,
      actor text not null,
      details jsonb not null,
      previous bytea not null check (length(previous) = 32),
      hash bytea not null check (length(hash) = 32)
    );

    create function dsr.refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
    end
    $$;

    create trigger audit_entry_append_only before update or delete or truncate on dsr.audit_entry
      for each statement execute function dsr.refuse_audit_change();
  `,
};
