import type {
  Author,
  Identifier,
  IdentifierKind,
  Json,
  Person,
  Subject,
  TokenAnswer,
} from '@privacy-connectors/core';
import type { CallLog, Faults } from './simulator/index.js';

/** A person at the simulated vendor and everything the vendor holds about them. */
export interface VendorPerson {
  /** By what the person is known: at least one identifier of each kind that the manifest consumes. */
  readonly subject: Subject;
  /**
   * Further identifiers that the person's records bear, of the kinds that the manifest produces: all that `locate` must
   * hand on besides those of `subject`.
   */
  readonly alsoKnownAs?: readonly Identifier[];
  /**
   * What an identifier of a kind finds by itself, as `resource/id`, where that is less than all identifiers find together,
   * e.g. because a second profile of the person has no telephone number.
   */
  readonly foundBy?: { readonly [Kind in IdentifierKind]?: readonly string[] };
  /** Ids of every record an access request must return, by resource. */
  readonly records: { readonly [resource: string]: readonly string[] };
  /**
   * Who wrote each of those records, by resource and record id, seen from this person; the names of authors do not matter. Of
   * every resource whose records have an author; none when absent.
   */
  readonly authors?: { readonly [resource: string]: { readonly [recordId: string]: Author } };
  /**
   * Everybody else whom the vendor names in a thread of this person's, with every name and identifier it tells, by
   * `resource/id` of the record that the records of the thread have as their parent; none when absent.
   */
  readonly thirdParties?: { readonly [thread: string]: readonly Person[] };
  /** SHA-256 (hexadecimal) of every binary, by resource and record id. */
  readonly files: { readonly [resource: string]: { readonly [recordId: string]: string } };
  /** Texts that occur in this person's data and nowhere else: e-mail, name, phrases of messages. */
  readonly canaries: readonly string[];
  /** The truth, from inside the vendor: nothing of this person is held any more. */
  isErased(): boolean;
}

/** What the kit decides about a vendor. */
export interface VendorOptions {
  /** The kit's fake clock, milliseconds since 1970: the vendor's limits, tokens and delays must run on it. */
  readonly now: () => number;
  /** What every token or key of the vendor may do: the scopes that the manifest declares, or some of them. */
  readonly scopes: readonly string[];
  /** So many records, at least, of the resource that the vendor names in `manyRecords`, all of the subject. */
  readonly manyRecords?: number;
}

/** The vendor's OAuth. Its tokens have the scopes of the start and expire on the kit's clock, if they expire. */
export interface VendorAuthorization {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Life of an access token in seconds; null when tokens do not expire. */
  readonly accessTokenSeconds: number | null;
  /** What the vendor's page sends back with: an authorization code for that redirect URI. */
  authorize(redirectUri: string): string;
  /** Every access token issued so far is dead now; refresh tokens live on. */
  expireAccessTokens(): void;
}

/** A token answer in one of the vendor's spellings, and what it says. */
export interface TokenSpelling {
  readonly answer: Json;
  readonly says: TokenAnswer;
}

/** A ref, cursor, operation or ticket as an earlier release of the connector stored it. */
export interface PreviousHandle {
  /** What reads it: `cursor` pages through the things of `resource`, `locateCursor` through those of the data subject. */
  readonly codec: 'ref' | 'cursor' | 'scanCursor' | 'locateCursor' | 'planCursor' | 'operation' | 'ticket';
  /** For `ref`, `cursor` and `scanCursor`. */
  readonly resource?: string;
  readonly stored: Json;
  /** What it is read as; itself when absent. To refuse it with `StoredValueError` is always right, too. */
  readonly readAs?: Json;
}

/** Settings of a connection, by name. */
export interface VendorSettings {
  readonly [name: string]: string | number | boolean;
}

/** A simulated vendor that is up. */
export interface RunningVendor {
  /** Settings of the connection; `baseUrl` leads to the simulator. */
  readonly settings: VendorSettings;
  /** A token or key that does not expire, with the scopes of the start. */
  readonly accessToken: string;
  readonly subject: VendorPerson;
  /** Somebody else, with data of every resource as well, who has nothing to do with the subject. */
  readonly stranger: VendorPerson;
  /** People who share things with the subject, e.g. a conversation of several; none when absent. */
  readonly others?: readonly VendorPerson[];
  /** Nobody the vendor knows: an identifier of each kind that the manifest consumes. */
  readonly unknown: Subject;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** Needed by a connector with OAuth. */
  readonly authorization?: VendorAuthorization;
  /** Something happens to a thing that is scanned: it moves to where its new time puts it. Needed when there are scans. */
  readonly touch?: (resource: string, recordId: string) => void;
  /**
   * The truth about one operation of a plan, from inside the vendor: whether anything is left of what it is to erase. Needed
   * when deletion goes record by record; otherwise the whole person counts.
   */
  readonly stillHolds?: (operation: Json) => boolean;
  close(): Promise<void>;
}

/**
 * A connector's vendor as the kit needs it: small, but rich. Subject and stranger have records of every resource, every
 * paged listing has a second page, scans have things of both on later pages, a deferred deletion is not finished at once,
 * and what exceeds a limit of the vendor is refused.
 */
export interface ConformanceVendor {
  /** Starts a fresh vendor, the same every time. */
  start(options: VendorOptions): Promise<RunningVendor>;
  /** Operations whose documented answer for "nothing there" is 404, so that a 404 there is an answer and no fault. */
  readonly notFoundMeansNone: readonly string[];
  /** Operations whose 401 may mean, while the token works elsewhere, that a thing is hidden; none when absent. */
  readonly unauthorisedMeansHidden?: readonly string[];
  /** Operations that only tell how people are called: refused for good, they cost names and no record; none when absent. */
  readonly namesOnly?: readonly string[];
  /**
   * The vendor's answer to a listing without its things but with its way to the next page; undefined for other answers, and
   * for a last page that a plan reads.
   */
  withoutThings(operationId: string, body: Json): Json | undefined;
  /** Every spelling of a token answer that is documented or was seen. Needed by a connector with OAuth. */
  readonly tokenSpellings?: readonly TokenSpelling[];
  /** The resource of which `start({ manyRecords })` holds so many; the memory of the connector is not tested when absent. */
  readonly manyRecords?: string;
  /** What releases of the connector before this one stored; none when absent. */
  readonly previousHandles?: readonly PreviousHandle[];
  /** Settings with which a connection makes calls that it does not make otherwise; none when absent. */
  readonly variants?: readonly VendorSettings[];
}
