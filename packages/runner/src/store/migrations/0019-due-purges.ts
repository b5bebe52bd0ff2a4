import type { Migration } from '../migration.js';

/**
 * Access requests that a deletion of the same person is still to take with it, because they are under way or held. The deletion's own
 * record may end before, so nothing refers to it. What earlier versions only counted expires in its time.
 */
export const duePurges: Migration = {
  id: 19,
  name: 'due-purges',
  sql: `
create table dsr.purge_due (
  request_id uuid not null references dsr.request on delete cascade,
  deletion_id uuid not null,
  primary key (request_id, deletion_id)
);
create index purge_due_of_deletion on dsr.purge_due (deletion_id);
`,
};
