import type { Sensitive } from '../redaction/sensitive.js';
import type { Clock } from '../retry/clock.js';

const rememberedMs = 60_000;

/**
 * Operations that were refused although their token was fresh. Only for a minute and until the operation succeeds: even a
 * fresh token may die early, and then it has to be renewed.
 */
export class RefusedAnyway {
  readonly #clock: Clock;
  readonly #byOperation = new Map<string, { readonly token: Sensitive<string>; readonly until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remember(operationId: string, token: Sensitive<string>): void {
    this.#byOperation.set(operationId, { token, until: this.#clock.now() + rememberedMs });
  }

  forget(operationId: string): void {
    this.#byOperation.delete(operationId);
  }

  /** True when a renewal of this token would not help this operation. */
  covers(operationId: string, token: Sensitive<string>): boolean {
    const refused = this.#byOperation.get(operationId);
    return refused?.token.reveal() === token.reveal() && this.#clock.now() < refused.until;
  }
}
