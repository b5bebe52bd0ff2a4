import type { AnyContext } from '@privacy-connectors/core';
import type { Session } from '../connections/session.js';
import type { Namespaces } from '../identifiers/namespaces.js';
import type { ApprovalStore } from '../store/approval-store.js';
import type { ErasureJournal } from '../store/erasure-journal.js';
import type { ErasureStore } from '../store/erasure-store.js';
import type { FileStore } from '../store/file-store.js';
import type { HoldStore } from '../store/hold-store.js';
import type { IdentifierStore } from '../store/identifier-store.js';
import type { PlanPages } from '../store/plan-pages.js';
import type { PreparationStore } from '../store/preparation-store.js';
import type { SearchStore } from '../store/search-store.js';
import type { Queryable } from '../store/database.js';
import type { RecordStore } from '../store/record-store.js';
import type { RedactionStore } from '../store/redaction-store.js';
import type { RequestRow } from '../store/request-store.js';
import type { ScanIndex } from '../store/scan-index.js';
import type { ScanStore } from '../store/scan-store.js';
import type { TaskEndStore } from '../store/task-end-store.js';
import type { TaskRow, TaskStore } from '../store/task-store.js';
import type { ThingStore } from '../store/thing-store.js';
import type { UnreadAccesses } from '../store/unread-accesses.js';
import type { WorkResults } from '../store/work-results.js';
import type { Work, WorkStore } from '../store/work-store.js';
import type { EventLog } from '../events/event-log.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Tallies } from '../audit/tallies.js';
import type { Box } from '../vault/box.js';

/** The stores that work reads and commits to. */
export interface TaskStores {
  readonly tasks: TaskStore;
  readonly ends: TaskEndStore;
  readonly holds: HoldStore;
  readonly things: ThingStore;
  readonly works: WorkStore;
  readonly results: WorkResults;
  readonly records: RecordStore;
  readonly files: FileStore;
  readonly scans: ScanStore;
  readonly scanIndex: ScanIndex;
  readonly audit: AuditLog;
  readonly tallies: Tallies;
  readonly events: EventLog;
  readonly identifiers: IdentifierStore;
  readonly searches: SearchStore;
  readonly preparation: PreparationStore;
  readonly planPages: PlanPages;
  readonly approvals: ApprovalStore;
  readonly erasures: ErasureStore;
  readonly journal: ErasureJournal;
  readonly redactions: RedactionStore;
  readonly unreadAccesses: UnreadAccesses;
}

/** Writes what a step learned. Runs inside the transaction that checks that the task is still held. */
export type Commit = (connection: Queryable) => Promise<void>;

/** A task while one process holds it. */
export interface TaskRun {
  readonly task: TaskRow;
  readonly request: RequestRow;
  readonly session: Session;
  /** Whose ids the connection holds. */
  readonly namespaces: Namespaces;
  /** Seals what belongs to the request. */
  readonly box: Box;
  /** Seals what belongs to the connection: its scan index. */
  readonly connectionBox: Box;
  readonly stores: TaskStores;
  /** Aborted when no new piece of work is to be begun. */
  readonly stopping: AbortSignal;
  /** Aborted when what is under way is to be given up. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Whether erasures may be sent: every task of the request has found and planned what it can. */
  mayErase(): Promise<boolean>;
  /** The context of a step; its `signal` also ends when the process stops. */
  context(): AnyContext;
  /** Commits now, in a transaction of its own, and only while the task is held. @throws FencedError */
  commit(commit: Commit): Promise<void>;
}

/** Does one bounded piece of work and says what to write. Throws what the connector throws. */
export type WorkHandler = (run: TaskRun, work: Work) => Promise<Commit>;
