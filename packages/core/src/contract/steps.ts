import type { Codec } from './codec.js';
import type { Identifier, Subject } from '../identifiers/identifier.js';
import type { DataRecord } from './record.js';
import type { DeletionPlanPage, PlanOptions } from './plan.js';
import type { ErasureOutcome } from './outcome.js';
import type { Json } from './json.js';

/** Everything a step may use besides its arguments. Steps keep nothing between calls. @public */
export interface StepContext<Client, Settings> {
  readonly client: Client;
  readonly settings: Settings;
  /** Aborts when the step's deadline passes or the request is cancelled; hand it to every call. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Scopes the vendor said were granted when the connection was tested, or `unknown`. */
  readonly grantedScopes: readonly string[] | 'unknown';
}

/** What `check` learned about a connection. @public */
export interface ConnectionCheck {
  readonly grantedScopes: readonly string[] | 'unknown';
  /** The vendor's key of the account, e.g. an organisation id. */
  readonly account?: string;
}

/** The credentials that are to end. `client` is there for a connection that was authorised with an OAuth app. @public */
export interface EndingCredential {
  readonly accessToken: string;
  readonly client?: { readonly id: string; readonly secret: string };
}

/**
 * What became of the wish to end access. `accepted`: the vendor said yes; whether the token is dead is for the caller to
 * see. `unsupported`: no call of the vendor ends a credential of this kind. @public
 */
export type DisconnectOutcome = { readonly outcome: 'accepted' } | { readonly outcome: 'unsupported' };

/** A thing of the data subject, found from an identifier and re-checked to match it exactly. @public */
export interface LocatedThing<Ref extends Json = Json> {
  readonly resource: string;
  readonly ref: Ref;
  /** The id under which scans list what belongs to this thing. */
  readonly owner?: string;
  /** Epoch milliseconds before which nothing of this thing can exist at the vendor; lets a scan stop early. */
  readonly existsSince?: number;
  /**
   * Epoch milliseconds at which the vendor says that it was created; missing where the vendor does not tell. Tells somebody who
   * is back after a deletion from one that failed.
   */
  readonly createdAt?: number;
}

/** One page of things found. @public */
export interface LocatedPage<Ref extends Json = Json, Cursor extends Json = Json> {
  readonly things: readonly LocatedThing<Ref>[];
  /** Further handles of the person that these things bear; never those of a thing that turned out to be another's. */
  readonly identifiers?: readonly Identifier[];
  readonly next: Cursor | null;
}

/** A thing in a listing of everyone's things. `updatedAt` is epoch milliseconds. @public */
export interface ScannedThing<Ref extends Json = Json> {
  readonly owner: string;
  readonly ref: Ref;
  readonly updatedAt: number;
}

/** One page of such a listing. The connector never filters by person. @public */
export interface ScanPage<Ref extends Json = Json, Cursor extends Json = Json> {
  readonly things: readonly ScannedThing<Ref>[];
  readonly next: Cursor | null;
}

/** One page of records. `children` are refs of other resources that these records name. @public */
export interface ReadPage<Cursor extends Json = Json> {
  readonly records: readonly DataRecord[];
  readonly children?: { readonly [resource: string]: readonly Json[] };
  /**
   * Set when the thing turned out not to be the data subject's (any more), or is gone: nothing of it is exported. Beside
   * records: they are exported, and this is what is missing of them.
   */
  readonly skipped?: { readonly why: string };
  readonly next: Cursor | null;
}

/** A binary under way. The runner reads `body` once, counts it against a cap, and may cancel it. @public */
export interface OpenedBinary {
  readonly body: ReadableStream<Uint8Array>;
}

/** A binary that the vendor does not have (any more): its record stays, and why the file is missing is reported. @public */
export interface SkippedBinary {
  readonly skipped: { readonly why: string };
}

/** Reads one page. `cursor` is null for the first page; the returned `next` is the only way to the second. @public */
export interface ReadStep<Client, Settings, Ref extends Json, Cursor extends Json> {
  readonly ref: Codec<Ref>;
  readonly cursor: Codec<Cursor>;
  read(context: StepContext<Client, Settings>, ref: Ref, cursor: Cursor | null): Promise<ReadPage<Cursor>>;
}

/** Lists one page of everyone's things, newest-updated first where the manifest promises it. @public */
export interface ScanStep<Client, Settings, Ref extends Json, ScanCursor extends Json> {
  readonly scanCursor: Codec<ScanCursor>;
  scan(context: StepContext<Client, Settings>, cursor: ScanCursor | null): Promise<ScanPage<Ref, ScanCursor>>;
}

/** Starts the download of a thing's binary. @public */
export interface OpenStep<Client, Settings, Ref extends Json> {
  open(context: StepContext<Client, Settings>, ref: Ref): Promise<OpenedBinary | SkippedBinary>;
}

/**
 * Finds the data subject's things from one identifier of a kind the manifest consumes, page by page. Called for each
 * identifier that is known or becomes known; the same thing must have the same ref whichever of them found it. @public
 */
export interface LocateStep<Client, Settings, Cursor extends Json> {
  /** The resource that is found first; what could not be located is reported under its name. */
  readonly resource: string;
  readonly cursor: Codec<Cursor>;
  locate(
    context: StepContext<Client, Settings>,
    identifier: Identifier,
    cursor: Cursor | null,
  ): Promise<LocatedPage>;
}

/** Deletion: plan, one bounded erasure per operation, and looking again. @public */
export interface DeletionSteps<
  Client,
  Settings,
  Operation extends Json,
  Ticket extends Json,
  PlanCursor extends Json,
> {
  readonly operation: Codec<Operation>;
  readonly ticket: Codec<Ticket>;
  readonly planCursor: Codec<PlanCursor>;
  /** One page of the plan. `things` is everything located; what hangs on it is listed here, a page of the vendor at a time. */
  plan(
    context: StepContext<Client, Settings>,
    subject: Subject,
    things: readonly LocatedThing[],
    options: PlanOptions,
    cursor: PlanCursor | null,
  ): Promise<DeletionPlanPage<Operation, PlanCursor>>;
  /** One call, one outcome. */
  erase(context: StepContext<Client, Settings>, operation: Operation): Promise<ErasureOutcome<Ticket>>;
  /** Looks again. `deleted` only when nothing of the ticket is left; otherwise `pending` with the ticket to use next. */
  verify(context: StepContext<Client, Settings>, ticket: Ticket): Promise<ErasureOutcome<Ticket>>;
  /**
   * The ticket that verifies an operation whose answer was lost: the runner looks before it repeats. `sentAt` is when the call
   * was first sent, in epoch milliseconds.
   */
  ticketOf(operation: Operation, sentAt: number): Ticket;
}
