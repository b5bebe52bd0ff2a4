import type { Migration } from '../migration.js';

/** What the receipt of a request tells of its expiry: how much was destroyed. */
export const receiptParts: Migration = {
  id: 18,
  name: 'receipt-parts',
  sql: `
    alter table dsr.request add column destroyed jsonb;
  `,
};
