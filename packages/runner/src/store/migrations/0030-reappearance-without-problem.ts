import type { Migration } from '../migration.js';

/** Nothing was ever written there: why a connection cannot be used is told where it is tested. */
export const reappearanceWithoutProblem: Migration = {
  id: 30,
  name: 'reappearance-without-problem',
  sql: 'alter table dsr.reappearance drop column problem;',
};
