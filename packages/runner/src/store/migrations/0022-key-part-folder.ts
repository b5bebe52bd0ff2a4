import type { Migration } from '../migration.js';

/** Which folder keeps the second parts of data keys: one for all processes that share the database. */
export const keyPartFolder: Migration = {
  id: 22,
  name: 'key-part-folder',
  sql: `
create table dsr.key_part_folder (
  id uuid not null,
  only_one boolean primary key default true check (only_one)
);
`,
};
