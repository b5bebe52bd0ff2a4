import type { Work } from '../store/work-store.js';

/** What is found or planned anew decides about the rest: a deletion's calls wait until the plan is known to be the same. */
export function firstThingsFirst(works: readonly Work[]): readonly Work[] {
  for (const first of ['locate', 'plan'] as const) {
    const preparing = works.filter(({ kind }) => kind === first);
    if (preparing.length > 0) return preparing;
  }
  return works;
}
