import type { TokenSet } from './token-set.js';

/** Where the tokens of one connection live, shared by all processes. The runner implements it. @public */
export interface TokenStore {
  load(): Promise<TokenSet>;
  /**
   * Runs `work` while no other process does, with the tokens as they are now. `save` is durable when it resolves, whatever
   * becomes of `work` afterwards. Rejects with the signal's reason when it aborts before `work` starts.
   */
  exclusively<T>(
    work: (current: TokenSet, save: (tokens: TokenSet) => Promise<void>) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
}
