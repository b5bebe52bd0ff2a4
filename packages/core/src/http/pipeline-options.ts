import type { AuthScheme } from '../contract/auth-scheme.js';
import type { BudgetOf } from '../rate-limit/connection-budgets.js';
import type { Clock } from '../retry/clock.js';
import type { RetryQuota } from '../retry/quota.js';
import type { CallObservation } from './layers/observe.js';
import type { RedactedExchange } from './layers/wire-log.js';
import type { Send } from './send.js';
import type { TokenSource } from './token-source.js';

/** Bounds of the pipeline. Times in milliseconds, sizes in bytes. @public */
export interface PipelineLimits {
  /** Attempts per call, the first one included. */
  readonly attempts: number;
  /** One attempt up to its answer; of a streamed answer also every piece. */
  readonly attemptTimeoutMs: number;
  /** A call with all its attempts and waits. */
  readonly stepDeadlineMs: number;
  /** An answer that is read into memory. */
  readonly maxAnswerBytes: number;
  /** An answer of a `binary` operation, which is streamed. */
  readonly maxBinaryBytes: number;
  /** All waiting for pieces of a streamed answer. */
  readonly maxBinaryWaitMs: number;
  /** The longest `Retry-After` that is waited out; a longer one becomes a `ThrottledError`. */
  readonly maxInlineWaitMs: number;
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
}

/** The limits of a pipeline that is given none. @public */
export const defaultLimits: PipelineLimits = {
  attempts: 4,
  attemptTimeoutMs: 30_000,
  stepDeadlineMs: 300_000,
  maxAnswerBytes: 16 * 1024 ** 2,
  maxBinaryBytes: 2 * 1024 ** 3,
  maxBinaryWaitMs: 3_600_000,
  maxInlineWaitMs: 60_000,
  backoffBaseMs: 500,
  backoffCapMs: 20_000,
};

/** What a connection's pipeline is made of. @public */
export interface PipelineOptions {
  /** Exact origins that requests may go to, e.g. `https://driftapi.com`. Plain http only on this machine. */
  readonly origins: readonly string[];
  readonly tokens: TokenSource;
  readonly budgetOf: BudgetOf;
  readonly quota: RetryQuota;
  /** How calls are signed, and how a dead token or key is rejected. */
  readonly auth: AuthScheme;
  readonly observe?: (call: CallObservation) => void;
  readonly record?: (exchange: RedactedExchange) => void;
  /** Stands in for `fetch`, e.g. in tests. The request is tagged; see {@link operationOf}. It must not follow redirects. */
  readonly transport?: Send;
  readonly clock?: Clock;
  /** A number from 0 up to 1, for the jitter of pauses. */
  readonly random?: () => number;
  readonly limits?: Partial<PipelineLimits>;
}
