import type { Namespaces } from '../../identifiers/namespaces.js';
import type { RedactionPolicy } from '../../redaction/policy.js';
import type { RateLimit } from '@privacy-connectors/core';

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
