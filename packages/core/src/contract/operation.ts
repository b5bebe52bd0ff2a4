import type { RateLimitCondition } from './rate-limit.js';

/** Work that calls the vendor: testing a connection, ending it, or fulfilling a request. @public */
export type OperationUse = 'connection' | 'disconnection' | 'access' | 'deletion';

/** One call of the vendor's API that a connector makes. The key in the manifest is the OpenAPI `operationId`. @public */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template as in the OpenAPI file, e.g. `/contacts/{contactId}`. */
  readonly path: string;
  readonly purpose: string;
  readonly usedFor: readonly OperationUse[];
  /** Scopes of which at least one must be granted. */
  readonly scopes: readonly string[];
  /** True when sending it twice does no more than sending it once; only such POST and PATCH calls are repeated blindly. */
  readonly idempotent: boolean;
  /** True when a successful answer is a file: it is streamed on instead of being read as JSON. */
  readonly binary?: true;
  /** Name of a class in the manifest's `rateLimits`. */
  readonly rateLimit: string;
  /** Calls that count in another class; the first condition that holds wins. */
  readonly rateLimitWhen?: readonly RateLimitCondition[];
}
