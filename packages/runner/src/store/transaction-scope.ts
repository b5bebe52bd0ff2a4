import { AsyncLocalStorage } from 'node:async_hooks';
import { MisuseError } from '../errors/runner-error.js';

/**
 * Knows what is called within a transaction, and lets none of it ask the pool for a second connection: once as many
 * transactions do so as the pool has connections, each waits for another one to end, and none does.
 */
export class TransactionScope {
  readonly #scopes = new AsyncLocalStorage<{ open: boolean } | undefined>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const scope = { open: true };
    try {
      return await this.#scopes.run(scope, work);
    } finally {
      // What the work began and left running has no part in the transaction any more.
      scope.open = false;
    }
  }

  /** Runs `work` as if it had not been called within a transaction. */
  leave<T>(work: () => T): T {
    return this.#scopes.run(undefined, work);
  }

  /** @throws MisuseError within a transaction. */
  assertOutside(): void {
    if (this.#scopes.getStore()?.open === true)
      throw new MisuseError(
        'A transaction asked for a second connection: pass the first one on to the statement.',
      );
  }
}
