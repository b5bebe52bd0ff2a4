import type { Migration } from '../migration.js';

/** Digests are of one spelling of each identifier now: those of all requests are made anew. */
export const subjectDigests: Migration = {
  id: 21,
  name: 'subject-digests',
  sql: `
    delete from dsr.subject_digest;
    update dsr.request set digested = null where expired_at is null;
  `,
};
