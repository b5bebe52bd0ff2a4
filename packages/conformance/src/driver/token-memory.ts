import type { TokenSet, TokenStore } from '@privacy-connectors/core/oauth';

/** The tokens of one connection; one caller at a time replaces them. */
export class TokenMemory implements TokenStore {
  #tokens: TokenSet;
  #last: Promise<unknown> = Promise.resolve();

  constructor(tokens: TokenSet) {
    this.#tokens = tokens;
  }

  load(): Promise<TokenSet> {
    return Promise.resolve(this.#tokens);
  }

  exclusively<Result>(
    work: (current: TokenSet, save: (tokens: TokenSet) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const save = (tokens: TokenSet): Promise<void> => {
      this.#tokens = tokens;
      return Promise.resolve();
    };
    const turn = this.#last.then(() => work(this.#tokens, save));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
