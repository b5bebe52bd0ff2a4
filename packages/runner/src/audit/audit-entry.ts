/** What an entry of the audit log is about. */
export type AuditAction =
  | 'connection.added'
  | 'connection.credentials_replaced'
  | 'connection.tokens_not_taken'
  | 'connection.tested'
  | 'connection.policy_changed'
  | 'connection.removed'
  | 'connection.still_alive'
  | 'connection.disconnected'
  | 'connection.forgotten'
  | 'token.refreshed'
  | 'request.received'
  | 'identifier.found'
  | 'request.planned'
  | 'request.approved'
  | 'request.extended'
  | 'request.cancelled'
  | 'request.finished'
  | 'request.retried'
  | 'request.held'
  | 'request.released'
  | 'request.expired'
  | 'request.erased'
  | 'subject.purged'
  | 'subject.looked_for'
  | 'task.dead_letter'
  | 'scan.dead_letter'
  | 'deletion.sent'
  | 'deletion.confirmed'
  | 'webhook.failed'
  | 'webhook.retried'
  | 'package.exported'
  | 'package.not_placed'
  | 'audit.exported'
  | 'package.reviewed'
  | 'review.read'
  | 'redaction.decided'
  | 'authorization.started'
  | 'authorization.ended'
  | 'key.created'
  | 'key.used'
  | 'key.refused'
  | 'vendor.called'
  | 'package.read'
  | 'key.revoked'
  | 'receipt.issued'
  | 'receipt.proved'
  | 'signing_key.created'
  | 'signing_key.retired'
  | 'master_key.rotation_started'
  | 'master_key.rotated';

/** Ids, counts, words and keyed digests; never a personal value, a token or free text from a vendor or a person. */
export type AuditDetails = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** Something that happened; the log adds sequence number, time and hash. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it: a role or id such as `cli` or `worker`. */
  readonly actor: string;
  readonly details: AuditDetails;
}
