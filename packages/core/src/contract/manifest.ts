import type { IdentifierKind } from '../identifiers/identifier.js';
import type { AuthScheme } from './auth-scheme.js';
import type { Operation } from './operation.js';
import type { RateLimitClass } from './rate-limit.js';
import type { ResourceSpecification } from './resource.js';
import type { Source } from './source.js';

/** What a request can ask of a connector. @public */
export type CapabilityName = 'access' | 'deletion';

/** How a vendor fulfils one capability. @public */
export interface Capability {
  /** `asynchronous`: the vendor or the runner finishes later than the call that started it. */
  readonly mode: 'synchronous' | 'asynchronous';
  /** `whole_record`: everything about the person at once; `per_record`: thing by thing. */
  readonly granularity: 'whole_record' | 'per_record';
  readonly description: string;
}

/** A permission the vendor grants to a connection, and what is lost without it. @public */
export interface Scope {
  readonly title: string;
  /** Capabilities that cannot work without this scope. Empty when the scope only adds detail. */
  readonly neededFor: readonly CapabilityName[];
  readonly description: string;
}

/** Personal data at the vendor that its API cannot give or erase; printed in every package. @public */
export interface NotCovered {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly capability: CapabilityName;
}

/** A setting of a connection, as shown to the person who configures it. @public */
export interface SettingDescription {
  readonly type: 'string' | 'number' | 'boolean';
  readonly default: string | number | boolean;
  /** The only values allowed, where they can be listed. */
  readonly values?: readonly string[];
  readonly description: string;
}

/** How access ends at the vendor when a connection is removed. @public */
export interface Disconnection {
  /** What a person does in the vendor's own pages where no call ends the access; one sentence each, in order. */
  readonly manualSteps: readonly string[];
  /**
   * Statuses with which the vendor refuses the connector's check when the credentials are dead, and never otherwise; 401 unless
   * given. Credentials that are refused so are destroyed here: a status that a token with fewer permissions gets, too, is none of these.
   */
  readonly deadStatuses?: readonly number[];
}

/**
 * Everything about a connector that is data: JSON-safe, so that tools can index, document and check it without running
 * code. The manifest also drives the types of the step functions (see {@link defineConnector}). @public
 */
export interface Manifest {
  readonly contract: 1;
  /** Lower-case words joined by hyphens, e.g. `drift`. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly vendorApiVersion: string;
  readonly baseUrl: string;
  /** Host names that requests may go to unless a loopback `baseUrl` is configured. */
  readonly hosts: readonly string[];
  readonly auth: AuthScheme;
  readonly scopes: { readonly [scope: string]: Scope };
  /** By the names that operations use. */
  readonly rateLimits: { readonly [name: string]: RateLimitClass };
  readonly identifiers: {
    readonly consumes: readonly IdentifierKind[];
    readonly produces: readonly IdentifierKind[];
  };
  readonly capabilities: { readonly access?: Capability; readonly deletion?: Capability };
  readonly resources: { readonly [resource: string]: ResourceSpecification };
  readonly operations: { readonly [operationId: string]: Operation };
  readonly settings: { readonly [name: string]: SettingDescription };
  readonly notCovered: readonly NotCovered[];
  /** Absent while nobody has looked it up. */
  readonly disconnection?: Disconnection;
  readonly sources: readonly Source[];
}
