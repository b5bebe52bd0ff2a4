import type { IdentifierKind, Json, NotCovered, OutcomeWord } from '@privacy-connectors/core';
import type { RequestStatus, RequestType } from '../application/views/request-view.js';
import type { OutcomeView, PlanView, TaskStatus } from '../application/views/task-view.js';
import type { WitnessedCall } from '../connections/witnessed-calls.js';
import type { Regulation } from '../deadlines/regulation.js';
import type { WorkingVersions } from '../store/task-store.js';

/** The `typ` of a signed receipt. */
export const receiptType = 'dsr-receipt+jws';

/** A keyed digest of an identifier, by which the holder of the installation's key can prove which one was meant. */
export interface SubjectDigest {
  readonly kind: IdentifierKind;
  readonly namespace: string | null;
  /** Whether the request named it; otherwise it was found, and searched by. */
  readonly given: boolean;
  /** HMAC-SHA-256, in hexadecimal digits; equal values of two requests have different digests. */
  readonly digest: string;
}

/** What was sent to a vendor to erase something. */
export interface Sending {
  readonly times: number;
  readonly lastAt: string;
  /** The word of the outcome, or the code of the error, of the last time. */
  readonly answer: string;
  readonly calls: readonly WitnessedCall[];
}

/** Looking at the vendor whether something is gone. */
export interface Verification {
  readonly looks: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** What the last look found: the word of an outcome, or the code of an error. */
  readonly found: string;
  readonly calls: readonly WitnessedCall[];
}

/** One operation of a deletion and what became of it. Times are ISO 8601 in UTC. */
export interface ReceiptOperation {
  readonly resource: string;
  readonly count: number;
  readonly title: string | null;
  /** Resources that go with it and cannot be counted or confirmed one by one. */
  readonly alsoErases: readonly string[];
  readonly outcome: OutcomeWord;
  readonly reason?: string;
  readonly sending: Sending | null;
  readonly verification: Verification | null;
}

/** One connection's part of a request. */
export interface ReceiptTask {
  readonly connection: string;
  readonly connector: string;
  /** Every set of versions that worked on it, the first one first. */
  readonly versions: readonly WorkingVersions[];
  readonly status: TaskStatus;
  readonly plan: Omit<PlanView, 'changed'> | null;
  readonly outcomes: readonly OutcomeView[];
  readonly operations: readonly ReceiptOperation[];
  readonly notCovered: readonly Pick<NotCovered, 'what' | 'why' | 'remedy'>[];
}

/** Who approved what. */
export interface ReceiptApproval {
  readonly by: string;
  readonly at: string;
  /** Hash of the plan that was looked at; null for an approval that was given in advance, with the request. */
  readonly plan: string | null;
}

/** Something that the law lets stay. */
export interface ReceiptException {
  readonly connection: string;
  readonly resource: string;
  readonly count: number;
  readonly basis: string;
}

/** The request itself. Times are ISO 8601 in UTC. */
export interface ReceiptRequest {
  readonly id: string;
  readonly type: RequestType;
  readonly status: RequestStatus;
  readonly regulation: Regulation;
  readonly receivedAt: string;
  /** The deadline in force. */
  readonly dueAt: string;
  /** The deadline before it was extended, and when that was; null unless it was. */
  readonly extended: { readonly at: string; readonly firstDueAt: string } | null;
  /** When its last task ended. */
  readonly answeredAt: string | null;
  /** The actor who recorded it. */
  readonly recordedBy: string;
}

/** What is said of a request, apart from which version of the receipt says it. No personal value is in it. */
export interface ReceiptStatement {
  readonly request: ReceiptRequest;
  readonly subject: readonly SubjectDigest[];
  readonly approvals: readonly ReceiptApproval[];
  readonly tasks: readonly ReceiptTask[];
  readonly exceptions: readonly ReceiptException[];
  /** What other parts of the runner attest, by their names. */
  readonly parts: { readonly [name: string]: Json };
}

/** The last entry of the audit log when the receipt was issued. */
export interface AuditPlace {
  readonly seq: number;
  /** In hexadecimal digits. */
  readonly hash: string;
  /** The newest signed checkpoint of the log up to there, a compact JWS; null before the first one. */
  readonly checkpoint: string | null;
}

/** A receipt, as it is signed. Its format is described by receipt/receipt.v1.schema.json. */
export interface Receipt extends ReceiptStatement {
  readonly format: 'privacy-connectors/receipt';
  readonly version: 1;
  /** From 1, within the request. */
  readonly number: number;
  /** SHA-256 of the signed text of the receipt before, in hexadecimal digits; null for the first. */
  readonly previous: string | null;
  readonly issuedAt: string;
  /** Version of the runner that issued it. */
  readonly issuedBy: string;
  readonly audit: AuditPlace | null;
}
