import type { Migration } from '../migration.js';

/**
 * What a receipt is to say that could not be signed, sealed for the installation: what it was made of may be destroyed before it
 * can. `since`: how long a receipt has been due, whatever changed meanwhile. What was drafted
 * before a request ended anew is out of date.
 */
export const receiptDrafts: Migration = {
  id: 20,
  name: 'receipt-drafts',
  sql: `
alter table dsr.receipt_due
  add column draft bytea,
  add column since timestamptz not null default now();

create or replace function dsr.mark_receipt_of_ended() returns trigger language plpgsql as $$
begin
  perform dsr.mark_receipt(new.id);
  update dsr.receipt_due set draft = null where request_id = new.id;
  return null;
end
$$;
`,
};
