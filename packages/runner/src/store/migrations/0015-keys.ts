import type { Migration } from '../migration.js';

/** Finds the data keys that a rotation of the master key has still to wrap anew. */
export const keys: Migration = {
  id: 15,
  name: 'keys',
  sql: `
    create index data_key_by_wrapper on dsr.data_key (wrapper_id) where wrapped is not null;
  `,
};
