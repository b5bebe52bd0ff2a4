import type {
  AuditEntryView,
  AuditProblemView,
  AuditVerificationView,
} from '../../application/views/audit-view.js';
import { chainProblemKinds } from '../../audit/chain-problem.js';
import {
  count,
  flag,
  integer,
  listOf,
  mapOf,
  nullable,
  objectOf,
  reference,
  text,
  time,
  wordOf,
  type Schema,
} from './schema.js';

const detail: Schema = { anyOf: [text, { type: 'number' }, flag, { type: 'null' }, listOf(text)] };

const entry = objectOf<AuditEntryView>({
  seq: integer,
  at: time,
  action: text,
  actor: text,
  details: mapOf(detail),
  previous: text,
  hash: text,
});

const verification = objectOf<AuditVerificationView>({
  holds: flag,
  firstEntry: nullable(integer),
  lastEntry: nullable(integer),
  entries: count,
  checkpoints: count,
  changeable: nullable(flag),
  problems: listOf(
    objectOf<AuditProblemView>({
      kind: wordOf(...chainProblemKinds),
      seq: integer,
      through: integer,
      message: text,
    }),
  ),
  moreProblems: count,
});

/** What is said about the audit log, by name. */
export const auditSchemas: { readonly [name: string]: Schema } = {
  AuditEntry: entry,
  AuditVerification: verification,
  AuditPage: objectOf({ items: listOf(reference('AuditEntry')), next: nullable(text) }),
};
