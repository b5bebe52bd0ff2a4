import type { Call } from './call-log.js';
import { matches, type CallMatch } from './call-match.js';

export type HookAction = (call: Call) => void | Promise<void>;

type Moment = 'beforeHandling' | 'beforeAnswer' | 'afterAnswer';

interface Hook {
  readonly moment: Moment;
  readonly match: CallMatch;
  readonly action: HookAction;
}

/**
 * Actions at exact moments of a call; the call waits for them. Made for tests that kill a process when call n
 * arrives, when it has taken effect but is not answered, or when its answer has been sent.
 * Each registration returns a function that takes it back.
 */
export class Hooks {
  readonly #hooks = new Set<Hook>();

  /** The call has arrived and had no effect yet. */
  beforeHandling(match: CallMatch, action: HookAction): () => void {
    return this.#add({ moment: 'beforeHandling', match, action });
  }

  /** The call has had its effect and no byte of the answer has been sent. */
  beforeAnswer(match: CallMatch, action: HookAction): () => void {
    return this.#add({ moment: 'beforeAnswer', match, action });
  }

  /** The whole answer has been handed to the network. */
  afterAnswer(match: CallMatch, action: HookAction): () => void {
    return this.#add({ moment: 'afterAnswer', match, action });
  }

  async run(moment: Moment, call: Call): Promise<void> {
    for (const hook of [...this.#hooks]) {
      if (hook.moment === moment && matches(hook.match, call)) await hook.action(call);
    }
  }

  #add(hook: Hook): () => void {
    this.#hooks.add(hook);
    return () => {
      this.#hooks.delete(hook);
    };
  }
}
