import type { AuditEntryView } from '../../application/views.js';
import { integer, listOf, mapOf, nullable, objectOf, reference, text, time, type Schema } from './schema.js';

const entry = objectOf<AuditEntryView>({
  seq: integer,
  at: time,
  action: text,
  actor: text,
  details: mapOf({}),
  previous: text,
  hash: text,
});

/** What is said about the audit log, by name. */
export const auditSchemas: { readonly [name: string]: Schema } = {
  AuditEntry: entry,
  AuditPage: objectOf({ items: listOf(reference('AuditEntry')), next: nullable(text) }),
};
