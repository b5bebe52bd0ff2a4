import type { TokenSet, TokenStore } from '../../src/oauth/index.js';

/** A store that several token sources share, as several processes would: one lock, durable as soon as saved. */
export class SharedTokenStore implements TokenStore {
  #lock: Promise<unknown> = Promise.resolve();
  tokens: TokenSet;
  failNextSave = false;
  locked = 0;
  readonly events: string[] = [];

  constructor(tokens: TokenSet) {
    this.tokens = tokens;
  }

  load(): Promise<TokenSet> {
    return Promise.resolve(this.tokens);
  }

  exclusively<T>(
    work: (current: TokenSet, save: (tokens: TokenSet) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    this.locked += 1;
    const turn = this.#lock.then(() => work(this.tokens, (tokens) => this.#save(tokens)));
    this.#lock = turn.catch(() => undefined);
    return turn;
  }

  async #save(tokens: TokenSet): Promise<void> {
    await Promise.resolve();
    if (this.failNextSave) {
      this.failNextSave = false;
      throw new Error('the store is down');
    }
    this.tokens = tokens;
    this.events.push('saved');
  }
}
