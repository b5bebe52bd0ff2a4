import type { Readable } from 'node:stream';
import type { Connector, Manifest, Sensitive } from '@privacy-connectors/core';
import type { Actor } from '../access/actor.js';
import type { Role } from '../access/role.js';
import type { ConnectorSummary } from '../connectors/connector-summary.js';
import type { ServiceSection } from '../config/service-section.js';
import type { Log } from '../logging/log.js';
import type { Build } from '../package/builds.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import type {
  AuditEntryView,
  AuditVerificationView,
  ReceiptProofView,
  ReceiptView,
} from './evidence-views.js';
import type {
  ApiKeyView,
  AuthorizationView,
  AddedConnectionView,
  ConnectionTestView,
  ConnectionView,
  FailedDeliveryView,
  RedactionItemView,
  RemovedConnectionView,
  RequestStatus,
  RequestType,
  RequestView,
  WidenedKind,
} from './views.js';
import type { Worker } from './worker.js';
import type { PolicyMode } from '../redaction/policy.js';
import type { Regulation } from '../deadlines/regulation.js';
import type { RequestEvent } from '../events/event.js';

/** Connectors the configuration allows. */
export interface ConnectorCatalogue {
  list(): readonly Connector[];
  /** Undefined when no such connector is registered, as after its package was removed. */
  find(id: string): Connector | undefined;
  /** @throws InputError when no such connector is registered; the message lists those that are. */
  get(id: string): Connector;
}

/** What connectors say about themselves; for those who look, and do not work with them. */
export interface ConnectorManifests {
  list(): Promise<readonly ConnectorSummary[]>;
  /** @throws InputError when no such connector is registered; the message lists those that are. */
  get(id: string): Promise<Manifest>;
}

/** How a new connection authenticates. */
export type NewCredentials =
  | { readonly kind: 'static_token'; readonly token: Sensitive<string> }
  | {
      readonly kind: 'authorization_code';
      readonly clientId: string;
      readonly clientSecret: Sensitive<string>;
      /** Port of the loopback callback; 0 picks a free one. */
      readonly callbackPort: number;
      /** Called once with the URL a person has to open. */
      readonly onAuthorizationUrl: (url: string) => void;
    };

/** What `connection add` needs; settings are checked against the connector's settings class. */
export interface NewConnection {
  readonly connector: string;
  readonly name: string;
  readonly settings: { readonly [name: string]: string | number | boolean };
  /** Whose ids it holds, by kind; checked against what the connector searches by and finds. */
  readonly namespaces: { readonly [kind: string]: string };
  /** What is done with the words and names of whom, by kind of author, where it is not as usual. */
  readonly policy?: { readonly [kind: string]: string };
  readonly credentials: NewCredentials;
}

/** How a connection is removed. */
export interface Removal {
  /** Destroys the credentials although the vendor may still accept them. */
  readonly forget: boolean;
  readonly signal: AbortSignal;
}

/** Accounts at vendors. Nothing is stored before the vendor has accepted the credentials. */
export interface Connections {
  /**
   * Adds a connection. One that exists under the name, at the same connector, is authorised again instead (`renewed`): it
   * keeps its requests, and the settings and name spaces that are not given anew.
   */
  add(connection: NewConnection, signal: AbortSignal): Promise<AddedConnectionView>;
  list(): Promise<readonly ConnectionView[]>;
  test(name: string, signal: AbortSignal): Promise<ConnectionTestView>;
  /**
   * Changes what is done with the words and names of whom, by kind of author; packages that are made from now on follow it.
   * @throws InputError when a kind or mode does not exist.
   */
  changePolicy(name: string, changes: { readonly [kind: string]: string }): Promise<ConnectionView>;
  /**
   * Takes a connection out of use, ends its access at the vendor, and destroys its credentials once the vendor refuses them.
   * Where it does not, they are kept for further tries, unless `forget`. A removed one that is still alive is tried again.
   * @throws ConflictError while requests on it are unfinished.
   */
  remove(name: string, how: Removal): Promise<RemovedConnectionView>;
}

/** A request to be recorded, with at least one identifier of the person. No `connections` means all that support the type. */
export interface NewRequest {
  readonly type: RequestType;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Ids within name spaces that connections declare. */
  readonly ids: readonly { readonly namespace: string; readonly value: string }[];
  /** Kinds of which further ones that are found are searched for too; otherwise they are only reported. */
  readonly widen: readonly WidenedKind[];
  readonly connections: readonly string[];
  /** Deletion: approve whatever the plan turns out to be. */
  readonly approved: boolean;
  readonly includeVendorUsers: boolean;
  /** The configured one unless given. */
  readonly regulation?: Regulation;
  /** When the person asked; now unless given. */
  readonly receivedAt?: Date;
  /** When it has to be done; with the regulation `other`, and only there. */
  readonly dueAt?: Date;
}

/** Which requests. What is not given does not matter. */
export interface RequestFilter {
  readonly status?: RequestStatus;
  readonly type?: RequestType;
  /** Name of a connection that it runs on. */
  readonly connection?: string;
  readonly dueBefore?: Date;
  /** Due at this time or later. */
  readonly dueAfter?: Date;
  /** Whether it is unfinished although its deadline has passed. */
  readonly overdue?: boolean;
}

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page after this one; null at the end. */
  readonly next: string | null;
}

/** An extension of a deadline. */
export interface Extension {
  /** A person's own words. It may hold personal data: it is kept sealed, with the request. */
  readonly reason: string;
  /** The new deadline; with the regulation `other`, and only there. */
  readonly dueAt?: Date;
}

/** What a person decides about one record of a package. */
export interface RedactionDecision {
  /** `connection/resource/id`, as the review lists it. */
  readonly record: string;
  readonly mode: PolicyMode;
  /** A person's own words. It may hold personal data: it is kept sealed, with the request. */
  readonly reason: string;
}

/** A package (a zip) that can be read. */
export interface PackageContent {
  /** Changes whenever its bytes may. */
  readonly version: string;
  /**
   * Its bytes are counted by making it once, in this place among those that are made.
   * @throws Error as soon as `signal`, the one who asks, is aborted.
   */
  size(place: Build, signal: AbortSignal): Promise<number>;
  /** `range`: its first and last byte, counted from 0. */
  open(range?: { readonly first: number; readonly last: number }): Readable;
}

/** How a package is read. */
export interface PackageReading {
  /** How many it is encrypted to. */
  readonly recipients?: number;
  /** Whether only a part of it is asked for. */
  readonly part?: boolean;
}

/** Requests of data subjects. Ids are UUIDs; a unique prefix of at least 8 characters is accepted too. */
export interface Requests {
  /**
   * Records the request durably and returns at once. With an idempotency key, an equal request that the same actor recorded
   * under it within the last two days is returned instead.
   * @throws IdempotencyError when the key belongs to another request.
   */
  create(request: NewRequest, idempotencyKey?: string): Promise<RequestView>;
  /** Oldest first. */
  list(filter?: RequestFilter): Promise<readonly RequestView[]>;
  /** Part of the list. @throws InputError when `cursor` is none that a page gave. */
  page(filter: RequestFilter, cursor: string | null, limit: number): Promise<Page<RequestView>>;
  show(id: string): Promise<RequestView>;
  /**
   * Approves the plans a request is waiting with. `plans` are prefixes of the hashes that a person looked at: each waiting
   * plan must match one. Null approves those that wait now.
   * @throws InputError when no plan waits, or when one is another by now.
   */
  approve(id: string, plans: readonly string[] | null): Promise<RequestView>;
  cancel(id: string): Promise<RequestView>;
  /**
   * Extends the deadline: once, and before the first one has passed.
   * @throws InputError when that is over, or the reason is empty.
   */
  extend(id: string, extension: Extension): Promise<RequestView>;
  /**
   * Makes due again what failed for a reason that may be gone, dead letters included; workers carry it on.
   * @throws ConflictError when there is no such thing.
   */
  retry(id: string): Promise<RequestView>;
  /**
   * Places a legal hold: what the request found, and its record, are kept until it is released. `reason` is a person's own
   * words; it is kept sealed.
   * @throws InputError when the reason is empty, ConflictError when a hold is in force.
   */
  hold(id: string, reason: string): Promise<RequestView>;
  /** Ends the legal hold. What should have expired meanwhile expires at once. @throws ConflictError when there is none. */
  release(id: string): Promise<RequestView>;
  /**
   * Carries the request on, in this process or together with others, until it ended or waits for approval.
   * `onProgress` gets a view whenever something changed. An abort stops working and loses nothing.
   */
  wait(id: string, onProgress: (view: RequestView) => void, signal: AbortSignal): Promise<RequestView>;
  /**
   * What the package leaves out or replaces for the sake of other people, record by record, with their names.
   * @throws InputError when `cursor` is none that a page gave.
   */
  review(id: string, cursor: string | null, limit: number): Promise<Page<RedactionItemView>>;
  /** Decides about one record in the place of the policy; packages that are made from now on follow it. */
  decide(id: string, decision: RedactionDecision): Promise<RedactionItemView>;
  /**
   * The package of a finished access request, to be read as a whole or in part; recorded as exported. `recipients` are the
   * public keys of age that its reader goes on to encrypt it to.
   */
  package(id: string, reading?: PackageReading): Promise<PackageContent>;
  /**
   * Writes the package of a finished access request to `file` (a zip), all or nothing; encrypted to `recipients` (public keys
   * of age) if there are any.
   * @throws InputError when a recipient is no such key.
   */
  export(
    id: string,
    file: string,
    recipients?: readonly string[],
  ): Promise<{ readonly file: string; readonly bytes: number; readonly files: number }>;
}

/** What happened to requests, in an order that is the same for every reader: ids ascend, and none appears later below them. */
export interface Events {
  /**
   * Events of one request, or of all (`null`), that come after the event `lastId` (0 for the first), at most `limit`.
   * @param requestId The whole id.
   */
  after(requestId: string | null, lastId: number, limit: number): Promise<readonly RequestEvent[]>;
  /** The same events without an end, each soon after it happened. @throws the signal's reason when it is aborted. */
  follow(requestId: string | null, lastId: number, signal: AbortSignal): AsyncGenerator<RequestEvent, never>;
}

/** An account that a person authorises in a browser, with the OAuth app that the vendor knows. */
export interface NewAuthorization extends Omit<NewConnection, 'credentials'> {
  readonly clientId: string;
  readonly clientSecret: Sensitive<string>;
}

/** An authorisation that was started: the person opens `authorizationUrl`, once and within ten minutes. */
export interface StartedAuthorization extends AuthorizationView {
  readonly authorizationUrl: string;
}

/** Connections that are added by an authorisation in a browser, which comes back to the service. */
export interface Authorizations {
  /** @throws ConflictError when the service does not know its address; InputError as {@link Connections.add}. */
  start(authorization: NewAuthorization): Promise<StartedAuthorization>;
  /** @throws NotFoundError when somebody else started it. */
  show(id: string): Promise<AuthorizationView>;
}

/** How a callback ended. `refused`: its state is unknown, was used before, or is too old; nothing was sent to anybody. */
export type AuthorizationEnd = 'completed' | 'failed' | 'refused';

/** Takes the answers of vendors, which browsers bring. */
export interface AuthorizationCallbacks {
  /** `parameters` is the query of the redirect URI. */
  receive(parameters: URLSearchParams): Promise<AuthorizationEnd>;
}

/** A key to be issued. */
export interface NewApiKey {
  readonly role: Role;
  /** For people to tell keys apart: letters, digits, dots, hyphens and underscores. */
  readonly name?: string;
  /** 1 to 366; 90 unless given. */
  readonly expiresInDays?: number;
}

/** A key that was just issued; only its digest is kept, so this is the one time that it can be seen. */
export interface IssuedApiKey extends ApiKeyView {
  /** `dsr_<id>_<secret>`, as it stands in `Authorization: Bearer`. */
  readonly key: Sensitive<string>;
}

/** An identifier that a receipt is compared with. */
export interface Suspect {
  readonly kind: 'email' | 'phone' | 'external_id';
  /** Whose id it is; null for e-mails and phones. */
  readonly namespace: string | null;
  readonly value: string;
}

/** Signed evidence of what was done for requests. */
export interface Receipts {
  /**
   * A version of the receipt of a request that has ended, the newest one unless given; made now if it is due.
   * @throws ConflictError when there is none yet; EvidenceError when what is recorded does not bear out what it would say.
   */
  show(id: string, number?: number): Promise<ReceiptView>;
  /** The public keys that receipts are checked by. */
  keySet(): Promise<PublicKeySet>;
  /** Signs with a new key from now on. */
  rotateKey(): Promise<PublicKeySet>;
  /**
   * Whether a receipt is about a person, which only the installation that issued it can tell.
   * @param digests Those of the receipt's `subject`.
   */
  prove(requestId: string, digests: readonly string[], suspect: Suspect): Promise<ReceiptProofView>;
}

/** Keys of the service. */
export interface Keys {
  /** @throws InputError when the name or the number of days is not valid. */
  create(key: NewApiKey): Promise<IssuedApiKey>;
  /** Also those that expired or were revoked. */
  list(): Promise<readonly ApiKeyView[]>;
  /** Revokes a key at once, for every process; one that was revoked stays so. @throws InputError when there is none. */
  revoke(id: string): Promise<ApiKeyView>;
}

/** What a rotation of the master key did. */
export interface MasterKeyRotation {
  /** The id of the master key that everything is under from now on; a fingerprint, or the name of a key at a service. */
  readonly masterKey: string;
  /** Data keys that were wrapped anew, by this call. */
  readonly rewrapped: number;
  /** All data keys there are; none is under another master key. */
  readonly keys: number;
  /** What is left to do for a person. */
  readonly toDo: string;
}

/** The master key, under which every data key is. */
export interface MasterKeyRotations {
  /**
   * Puts every data key under the next master key, while work goes on; carries on one that was interrupted.
   * @throws InputError when there is no next key, and it is for a person to give one.
   * @throws VaultError when a data key cannot be read; the others are done.
   */
  rotate(signal: AbortSignal): Promise<MasterKeyRotation>;
}

/** Finds out who asks. */
export interface Authentication {
  /** Who presents this key; undefined when it is malformed, unknown, wrong, expired or revoked. */
  verify(presented: string): Promise<Actor | undefined>;
  /** Whether who presented a key before may go on: it has neither expired nor been revoked since. */
  isValid(actor: Actor): Promise<boolean>;
}

/** What monitoring asks. */
export interface Monitoring {
  /** Whether the database answers and has the schema of this version. */
  ready(): Promise<boolean>;
  /** Figures in the text format of Prometheus. */
  metrics(): Promise<string>;
}

/** A part of the audit log, by the time of its entries. */
export interface AuditRange {
  readonly from?: Date;
  /** Entries before it. */
  readonly to?: Date;
}

/** Which entries of the audit log are shown, and in which order. */
export interface AuditView extends AuditRange {
  readonly newestFirst?: boolean;
}

/** The audit log. */
export interface AuditTrail {
  /** @throws InputError when `cursor` is none that a page gave. */
  page(view: AuditView, cursor: string | null, limit: number): Promise<Page<AuditEntryView>>;
  /**
   * Checks every entry, and compares the log with its signed checkpoints.
   * @param checkpoint One that was kept elsewhere; compact JWS.
   * @throws EvidenceError when that checkpoint was not signed here.
   */
  verify(checkpoint?: string): Promise<AuditVerificationView>;
  /** Lines of JSON: the entries, the oldest first, and a signed checkpoint of the last of them. @throws InputError when there are none. */
  export(range: AuditRange): Promise<AsyncIterable<string>>;
}

/** Webhooks that were given up. */
export interface WebhookDeliveries {
  /** Oldest event first. @throws InputError when `cursor` is none that a page gave. */
  failed(cursor: string | null, limit: number): Promise<Page<FailedDeliveryView>>;
  /**
   * Makes one due again, with the patience of a new one and under the id that its receiver may know.
   * @throws NotFoundError when none of this id has failed.
   */
  retry(id: string): Promise<void>;
}

/** What somebody can do; the audit log names them as the one who did it. */
export interface Services {
  readonly connections: Connections;
  readonly requests: Requests;
  readonly keys: Keys;
  readonly receipts: Receipts;
  readonly authorizations: Authorizations;
  readonly audit: AuditTrail;
}

/** Requests as commands handle them, wherever they are kept: a package goes to a file. */
export type CommandedRequests = Omit<Requests, 'package'>;

/** What somebody can do where the runner itself is, in this process. */
export interface LocalServices extends Services {
  readonly webhookDeliveries: WebhookDeliveries;
}

/** The services of this host, or of one far away, for as long as they are needed. */
export interface OpenedServices extends Omit<Services, 'requests'> {
  readonly requests: CommandedRequests;
  close(): Promise<void>;
}

/** Everything the faces (command line, HTTP) may use. On its own it acts for the person at the host. */
export interface Application extends LocalServices {
  readonly connectors: ConnectorCatalogue;
  readonly authentication: Authentication;
  readonly authorizationCallbacks: AuthorizationCallbacks;
  readonly monitoring: Monitoring;
  readonly masterKey: MasterKeyRotations;
  /** Whether data keys lie in the database whole, so that its backups can open what is destroyed. */
  readonly keysAreWhole: boolean;
  /** How the service is configured. */
  readonly service: ServiceSection;
  /** For processes that run on their own; commands talk to a person instead. */
  readonly log: Log;
  /** The same for another actor. */
  as(actor: Actor): LocalServices;
  readonly events: Events;
  readonly worker: Worker;
  /** Releases the database and stops the embedded server when nobody else uses it. */
  close(): Promise<void>;
}
