import type { Migration } from '../migration.js';

/**
 * What a deletion that is carried on takes out of our own store. `former`: only an earlier run of the task found it. `purged_at`: the
 * end of the request for which it was last carried out here.
 */
export const carriedOnDeletions: Migration = {
  id: 25,
  name: 'carried-on-deletions',
  sql: `
    alter table dsr.thing add column former boolean not null default false;
    alter table dsr.request add column purged_at timestamptz;
    update dsr.request set purged_at = finished_at where purge is not null;
  `,
};
