import type { AccessState } from './access-state.js';
import { keyOf } from './stored.js';
import type { AccessWork, Work } from './work.js';

/** A listing led back to a page it had already given. The runner would stop here instead of reading for ever. */
export class RepeatedPage extends Error {
  constructor({ kind }: Work) {
    super(`${kind}: a listing led back to a page that was read before`);
  }
}

/** Adds steps once each. @throws RepeatedPage for a page that was already queued. */
export function enqueue(state: AccessState, works: readonly AccessWork[]): AccessState {
  const seen = new Set(state.seen);
  const added = works.filter((work) => {
    const key = keyOf(work);
    if (!seen.has(key)) return seen.add(key);
    if (work.kind !== 'open' && work.cursor !== null) throw new RepeatedPage(work);
    return false;
  });
  return { ...state, queue: [...added, ...state.queue], seen: [...seen] };
}
