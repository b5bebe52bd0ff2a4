import type { ChainProblemKind } from '../../audit/chain-problem.js';

/** An entry of the audit log. */
export interface AuditEntryView {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly actor: string;
  readonly details: { readonly [name: string]: string | number | boolean | null | readonly string[] };
  /** SHA-256 of the entry before, in hexadecimal digits; zeros for the first. */
  readonly previous: string;
  /** SHA-256 of this entry, over its content and `previous`. */
  readonly hash: string;
}

/** Something that is wrong with the audit log, with an entry or with those from `seq` to `through`. */
export interface AuditProblemView {
  readonly kind: ChainProblemKind;
  readonly seq: number;
  readonly through: number;
  /** Whole sentences, without anything of an entry's content. */
  readonly message: string;
}

/** What came of checking the audit log, or an exported part of it. */
export interface AuditVerificationView {
  /** Whether nothing is wrong. */
  readonly holds: boolean;
  /** Sequence numbers of the first and the last entry that were checked; null when there were none. */
  readonly firstEntry: number | null;
  readonly lastEntry: number | null;
  readonly entries: number;
  /** Signed checkpoints that the entries were compared with. */
  readonly checkpoints: number;
  /** Whether the role that dsr works with could change the log in the database; null for an exported one. */
  readonly changeable: boolean | null;
  /** At most a few tens. */
  readonly problems: readonly AuditProblemView[];
  /** Problems that are not among them. */
  readonly moreProblems: number;
}
