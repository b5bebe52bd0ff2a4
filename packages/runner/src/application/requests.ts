import type { Extension, NewRequest, RedactionDecision, RequestFilter } from './new-request.js';
import type { PackageContent, PackageReading } from './package-content.js';
import type { Page } from './page.js';
import type { RedactionItemView } from './views/redaction-item-view.js';
import type { RequestView } from './views/request-view.js';

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

/** Requests as commands handle them, wherever they are kept: a package goes to a file. */
export type CommandedRequests = Omit<Requests, 'package'>;
