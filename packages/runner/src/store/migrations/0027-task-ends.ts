import type { Migration } from '../migration.js';

/**
 * What a task came to, what its connector could not reach, and how the connector described itself, kept when the task ends: a connector
 * that is loaded later knows other resources. Null while a task is under way, and for tasks that ended before.
 */
export const taskEnds: Migration = {
  id: 27,
  name: 'task-ends',
  sql: `
alter table dsr.task add column came_to jsonb, add column not_covered jsonb, add column connector jsonb;
`,
};
