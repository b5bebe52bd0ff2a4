import type { OAuthScheme } from '../contract/auth-scheme.js';
import type { NormaliseTokenAnswer } from '../contract/token-answer.js';
import type { CallObservation } from '../http/layers/observe.js';
import type { Send } from '../http/send.js';
import type { Sensitive } from '../redaction/sensitive.js';
import type { Clock } from '../retry/clock.js';

/** How to reach a vendor's token endpoint. @public */
export interface TokenEndpoint {
  readonly scheme: OAuthScheme;
  readonly tokenUrl: string;
  /** Exact origins the call may go to, as for the pipeline. */
  readonly origins: readonly string[];
  readonly clientId: string;
  readonly clientSecret: Sensitive<string>;
  readonly normalise: NormaliseTokenAnswer;
  readonly transport?: Send;
  readonly clock?: Clock;
  /** Milliseconds; 30 000 unless given. */
  readonly timeoutMs?: number;
  /** Hears of every call, which is named `token`. */
  readonly observe?: (call: CallObservation) => void;
}
