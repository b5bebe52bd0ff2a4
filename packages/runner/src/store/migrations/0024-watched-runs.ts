import type { Migration } from '../migration.js';

/** The run of the task that a watch is over: what is deleted anew is looked for anew. 0 for what is being carried on just now. */
export const watchedRuns: Migration = {
  id: 24,
  name: 'watched-runs',
  sql: `
    alter table dsr.reappearance add column run int not null default 0;
    update dsr.reappearance set run = task.run from dsr.task join dsr.request on request.id = task.request_id
      where task.id = task_id and finished_at is not null;
    alter table dsr.reappearance alter column run drop default;
  `,
};
