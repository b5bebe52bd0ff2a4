import type { Regulation } from '../deadlines/regulation.js';
import type { PolicyMode } from '../redaction/policy.js';
import type { RequestStatus, RequestType, WidenedKind } from './views/request-view.js';

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
