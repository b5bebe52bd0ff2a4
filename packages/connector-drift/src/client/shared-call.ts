import { CancelledError } from '@privacy-connectors/core/errors';

/**
 * One call whose answer is for everyone who asks while it is under way, and after it. Whoever gives up leaves the call to
 * the others; the last one to leave aborts it.
 */
export class SharedCall<Answer> {
  readonly #operation: string;
  readonly #abandoned = new AbortController();
  readonly #answer: Promise<Answer>;
  #askers = 0;
  #failed = false;

  /** Calls at once. */
  constructor(operation: string, call: (signal: AbortSignal) => Promise<Answer>) {
    this.#operation = operation;
    this.#answer = call(this.#abandoned.signal);
    this.#answer.catch(() => {
      this.#failed = true;
    });
  }

  /** True when there is nothing to wait for: the call failed or was aborted. */
  get failed(): boolean {
    return this.#failed;
  }

  /** @throws CancelledError when this caller's signal aborts; otherwise what the call fails with. */
  answer(signal: AbortSignal): Promise<Answer> {
    this.#askers += 1;
    return new Promise<Answer>((resolve, reject) => {
      const leave = () => {
        this.#leave();
        reject(new CancelledError('The call was given up.', { operation: this.#operation }));
      };
      const stay = () => {
        signal.removeEventListener('abort', leave);
      };
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
      this.#answer.finally(stay).then(resolve, reject);
    });
  }

  #leave(): void {
    this.#askers -= 1;
    if (this.#askers > 0) return;
    this.#failed = true;
    this.#abandoned.abort();
  }
}
