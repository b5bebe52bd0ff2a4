import type {
  IdentifierKind,
  NotCovered,
  OutcomeWord,
  PlanWarning,
  RateLimit,
} from '@privacy-connectors/core';
import type { ErrorDescription } from '@privacy-connectors/core/errors';
import type { Role } from '../access/role.js';
import type { Regulation } from '../deadlines/regulation.js';
import type { EventKind } from '../events/event.js';
import type { PolicyKind, PolicyMode, RedactionPolicy } from '../redaction/policy.js';
import type { ReasonCount, ReplacementReason, WithholdingReason } from '../redaction/record-redaction.js';
import type { Namespaces } from '../identifiers/namespaces.js';

/** The values of {@link RequestType}. */
export const requestTypes = ['access', 'deletion'] as const;

/** What a request asks for. */
export type RequestType = (typeof requestTypes)[number];

/** Kinds of identifiers of which those that are found may be searched for too, when a person decides so. */
export type WidenedKind = 'email' | 'phone';

/** The values of {@link RequestStatus}. */
export const requestStatuses = [
  'received',
  'running',
  'awaiting_approval',
  'completed',
  'incomplete',
  'failed',
  'cancelled',
] as const;

/**
 * Where a request stands. `received`: recorded, not begun. `awaiting_approval`: a deletion plan waits for a person.
 * `completed`: every outcome is a good end. `incomplete`: it ended, but something is blocked, refused, failed,
 * unverified or skipped. `failed`: it ended without a single good outcome. `cancelled`: a person stopped it.
 */
export type RequestStatus = (typeof requestStatuses)[number];

/**
 * Where one request stands on one connection; the words mean the same as for requests. `dead_letter`: given up, because it
 * ended its workers or a failure of our own kept it from going on; a person retries it when the cause is mended.
 */
export type TaskStatus = RequestStatus | 'dead_letter';

/** What became of `count` records of a resource; `reason` says why where the word alone does not. */
export interface OutcomeView {
  readonly resource: string;
  readonly outcome: OutcomeWord;
  readonly count: number;
  readonly reason?: string;
}

/** A deletion plan without personal values. */
export interface PlanView {
  /** Approval binds to this hash. */
  readonly hash: string;
  readonly operations: readonly {
    readonly title: string;
    readonly resource: string;
    readonly count: number;
    readonly alsoErases: readonly string[];
    readonly irreversible: boolean;
  }[];
  readonly warnings: readonly PlanWarning[];
  /** What changed at the vendor since the plan that was approved; null when this is the first plan. */
  readonly changed: string | null;
}

/** Counts that show a task moving, e.g. `{ step: 'scan', resource: 'conversations', done: 1200 }`. */
export interface ProgressView {
  readonly step: 'locate' | 'scan' | 'read' | 'open' | 'plan' | 'erase';
  readonly resource: string;
  readonly done: number;
}

/** One task of a request. */
export interface TaskView {
  readonly connection: string;
  readonly connector: string;
  readonly status: TaskStatus;
  readonly outcomes: readonly OutcomeView[];
  readonly notCovered: readonly NotCovered[];
  readonly error: ErrorDescription | null;
  readonly plan: PlanView | null;
  readonly progress: readonly ProgressView[];
  /** ISO 8601 time before which nothing happens, because the vendor asked to wait or a verification is due later. */
  readonly waitingUntil: string | null;
}

/** Identifiers of a request that are alike, never with their values. */
export interface IdentifierView {
  readonly kind: IdentifierKind;
  /** Whose ids they are; null for e-mails and phones, and where nobody declared it. */
  readonly namespace: string | null;
  readonly count: number;
  /** True for those the request names. */
  readonly given: boolean;
  readonly foundBy: readonly { readonly connection: string; readonly resource: string }[];
  /** Whether some connection of the request was searched by them. */
  readonly used: boolean;
  /** Why they are not used, and what can be done; null when they are. */
  readonly reason: string | null;
}

/** How a deadline was extended. Times are ISO 8601 in UTC. */
export interface ExtensionView {
  readonly at: string;
  readonly firstDueAt: string;
  /** A person's words; null once the request's data key was destroyed. */
  readonly reason: string | null;
}

/** Until when a request has to be done. */
export interface DeadlineView {
  readonly regulation: Regulation;
  /** The deadline in force, extended or not; ISO 8601 in UTC. */
  readonly dueAt: string;
  /** Whole days until then, 0 on the last one, negative once it has passed; null when the request has ended. */
  readonly daysLeft: number | null;
  /** Not ended although the deadline has passed. */
  readonly overdue: boolean;
  /** Null unless the deadline was extended. */
  readonly extended: ExtensionView | null;
}

/** When a request will be done, as far as that can be told. */
export interface ForecastView {
  /** ISO 8601 in UTC; null where nothing can be said. */
  readonly doneBy: string | null;
  /** What it is told from, or why nothing can be said. */
  readonly reason: string;
}

/** A legal hold in force. */
export interface HoldView {
  /** ISO 8601 in UTC. */
  readonly placedAt: string;
  /** The actor who placed it. */
  readonly placedBy: string;
  /** A person's words; null when the data key of the hold cannot be opened. */
  readonly reason: string | null;
}

/** What a deletion took out of our own store. */
export interface PurgeView {
  /** Earlier access requests of the person that it made expire. */
  readonly requests: number;
  /** Those that a legal hold keeps; they expire when it is released. */
  readonly held: number;
  /** Those that have not ended; they expire when they do. */
  readonly underWay: number;
  /** Access requests that share something with the deletion and name more, or a telephone alone: a person decides. */
  readonly partly: number;
  /** Entries of scan indexes. */
  readonly indexEntries: number;
}

/** How long what a request found is kept. Times are ISO 8601 in UTC. */
export interface RetentionView {
  /** When it will be destroyed; null while the request is under way or held, and afterwards. */
  readonly expiresAt: string | null;
  /** Whether it goes as soon as the request has ended and nobody holds it, for the person was deleted; false afterwards. */
  readonly purgeDue: boolean;
  /** When it was destroyed; null before. */
  readonly expiredAt: string | null;
  /** Why: its time had come, or the person asked for deletion; null before. */
  readonly expiredBy: 'time' | 'deletion' | null;
  /** Null unless a legal hold is in force. */
  readonly hold: HoldView | null;
  /** Null unless a deletion has ended and was carried out here as well. */
  readonly purged: PurgeView | null;
}

/**
 * What a later look for a deleted person found. `none`: nobody. `reappeared`: only what was created after the deletion was
 * sent. `not_deleted`: something older, so the deletion failed. `unknown`: something of which the vendor does not tell when it
 * was created. `not_looked`: the connection could not be used in time, or what to look for cannot be decrypted any more.
 */
export type ReappearanceFinding = 'none' | 'reappeared' | 'not_deleted' | 'unknown' | 'not_looked';

/** How a person who was deleted on one connection is looked for again. Times are ISO 8601 in UTC. */
export interface ReappearanceView {
  readonly connection: string;
  /** When the deletion was confirmed. */
  readonly deletedAt: string;
  /** When somebody looked last; null before the first time. */
  readonly lookedAt: string | null;
  /** Null after the last look. */
  readonly nextLookAt: string | null;
  /** Of the last look that found somebody, or else the last look; null before the first. */
  readonly finding: ReappearanceFinding | null;
  /** Things that were found then. */
  readonly things: number;
}

/** What a deletion waits for before it erases. Times are ISO 8601 in UTC. */
export interface ReadFirstView {
  /** Ids of the access requests of the same person that are read first, oldest first. */
  readonly requests: readonly string[];
  /** When they are waited for no longer. */
  readonly until: string;
}

/** A request as `dsr request show --json` prints it. Times are ISO 8601 in UTC. */
export interface RequestView extends DeadlineView {
  readonly id: string;
  readonly type: RequestType;
  readonly status: RequestStatus;
  readonly receivedAt: string;
  readonly finishedAt: string | null;
  /** Null unless a deletion that could erase waits for what is being read. */
  readonly waitsFor: ReadFirstView | null;
  /** Null once the request has ended. */
  readonly forecast: ForecastView | null;
  /** Empty once the request's data key was destroyed. */
  readonly identifiers: readonly IdentifierView[];
  readonly retention: RetentionView;
  /** Empty unless somebody was deleted and is looked for again. */
  readonly reappearance: readonly ReappearanceView[];
  readonly tasks: readonly TaskView[];
}

/** How fast a connection may ask for one class of operations, over all workers, and what was learned of that. */
export interface RateBudgetView {
  /** The class of limits in the manifest, with the operation where each is counted by itself. */
  readonly name: string;
  readonly declared: readonly RateLimit[];
  /** In force: as declared, or as the vendor has told since. */
  readonly limits: readonly RateLimit[];
  /** Part of the pace that is used since the vendor refused requests for coming too fast; 1 when all is well. */
  readonly factor: number;
  /** What is sent at most at present: the share of the slowest limit, times the factor. */
  readonly requestsPerSecond: number;
  /** Requests that were sent since the connection was first used. */
  readonly requests: number;
  /** How often the pace was cut. */
  readonly cuts: number;
  /** ISO 8601 time of the last cut. */
  readonly cutAt: string | null;
}

/**
 * Why a vendor may still accept the credentials of a removed connection. `unsupported`: no call of it ends such credentials, a
 * person has to. `refused`: it did not want to end them. `unreachable`: it does not answer. `accepted_yet_alive`: it said yes,
 * and accepts them all the same. `connector_missing`: the connector is not configured any more.
 * `shared`: another connection works with the same app at the same account, which must not be ended. `unusable`: what is stored
 * of it, such as its settings, its secret or their key, cannot be used any more, so that nobody can ask the vendor.
 */
export type AliveReason =
  | 'unsupported'
  | 'refused'
  | 'unreachable'
  | 'accepted_yet_alive'
  | 'connector_missing'
  | 'shared'
  | 'unusable';

/**
 * What became of a connection that was removed. `disconnected`: the vendor was seen to refuse its credentials, which are
 * destroyed. `still_alive`: it may accept them; they are kept, sealed, to try again. `forgotten`: they are destroyed, and
 * nobody knows whether the vendor would accept them.
 */
export interface RemovedConnectionView {
  readonly removed: string;
  readonly state: 'disconnected' | 'still_alive' | 'forgotten';
  readonly reason: AliveReason | null;
  /** What a person does at the vendor; empty once it is disconnected. */
  readonly manualSteps: readonly string[];
}

/** A configured account at a vendor, without any secret. */
export interface ConnectionView {
  readonly name: string;
  readonly connector: string;
  readonly authentication: 'static_token' | 'authorization_code';
  readonly settings: { readonly [name: string]: string | number | boolean };
  /** Whose ids it holds, e.g. `{ external_id: 'shop' }`; a kind that is not declared is missing. */
  readonly namespaces: Namespaces;
  /** What is done with the words and names of whom, by kind of author. */
  readonly policy: RedactionPolicy;
  readonly grantedScopes: readonly string[] | 'unknown';
  /** Granted, and of no use to the connector: a risk. Empty where the vendor does not tell what it granted. */
  readonly unneededScopes: readonly string[];
  readonly account: string | null;
  readonly createdAt: string;
  /** `still_alive`: it was removed here, and its vendor may still accept its credentials. */
  readonly state: 'connected' | 'still_alive';
  readonly reason: AliveReason | null;
  /** What a person does at the vendor to end it; empty unless it is to end. */
  readonly manualSteps: readonly string[];
  /** When a person gave its credentials. */
  readonly credentialsGivenAt: string;
  /** False for a token that is valid until somebody ends it. */
  readonly credentialsExpire: boolean;
  /** To the hour; null before the first request. */
  readonly lastUsedAt: string | null;
  /** How fast the vendor is asked; empty until the connection is first used. */
  readonly rateBudgets: readonly RateBudgetView[];
}

/** A connection that was added, or whose credentials were given anew. */
export interface AddedConnectionView extends ConnectionTestView {
  /** It existed under its name. */
  readonly renewed: boolean;
  /** What a person does at the vendor to end the credentials that were replaced; empty when none were. */
  readonly manualSteps: readonly string[];
}

/** A record of a package in which something was left out or replaced, or about which a person decided. It names people. */
export interface RedactionItemView {
  /** `connection/resource/id` */
  readonly record: string;
  /** Of the record that heads its thread, in the same form. */
  readonly thread: string;
  /** Who wrote it; null when nobody in particular did. */
  readonly author: PolicyKind | null;
  /** Why its content is left out; null when it is not. */
  readonly withheld: WithholdingReason | null;
  /** How many names and contact details of whom were replaced. */
  readonly replaced: readonly ReasonCount<ReplacementReason>[];
  /** Whom the labels of its thread stand for. */
  readonly labels: readonly { readonly label: string; readonly names: readonly string[] }[];
  /** What a person decided in the place of the policy; null when nobody did. */
  readonly decision: {
    readonly mode: PolicyMode;
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
  } | null;
}

/** A key of the service, without its secret. Times are ISO 8601 in UTC. */
export interface ApiKeyView {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly createdAt: string;
  /** `cli`, or `key:<id>` of another key. */
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** To the minute; null before the first use. */
  readonly lastUsedAt: string | null;
}

/**
 * Where an authorisation in a browser stands. `pending`: the person has not come back. `exchanging`: the vendor is asked
 * for tokens, and whether they work. `completed`: the connection is stored. `expired`: nobody came back in time.
 */
export type AuthorizationStatus = 'pending' | 'exchanging' | 'completed' | 'failed' | 'expired';

/** An authorisation in a browser. */
export interface AuthorizationView {
  readonly id: string;
  /** Name of the connection that it adds or renews. */
  readonly connection: string;
  readonly status: AuthorizationStatus;
  /** ISO 8601 time until which the browser may come back. */
  readonly expiresAt: string;
  /** Why it failed; null unless it did. */
  readonly error: ErrorDescription | null;
}

/** What a test of a connection found. */
export interface ConnectionTestView {
  readonly connection: ConnectionView;
  readonly alive: boolean;
  /** One entry per capability the manifest offers. */
  readonly capabilities: readonly {
    readonly capability: 'access' | 'deletion';
    readonly available: 'yes' | 'no' | 'unknown';
    readonly missingScopes: readonly string[];
  }[];
  /** Granted scopes that the connector has no use for. */
  readonly unneededScopes: readonly string[];
}

/** A webhook that was given up. */
export interface FailedDeliveryView {
  /** The id that its receiver gets to see. */
  readonly id: string;
  /** Name of the endpoint. */
  readonly webhook: string;
  readonly requestId: string;
  readonly eventId: number;
  readonly kind: EventKind;
  readonly attempts: number;
  /** A word of ours for why the last try failed, e.g. `status_503`. */
  readonly problem: string;
  /** ISO 8601 time at which it was given up. */
  readonly failedAt: string;
}
