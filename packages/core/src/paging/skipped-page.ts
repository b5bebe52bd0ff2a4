import type { ReadPage } from '../contract/steps.js';

/** The page of a thing of which nothing is exported, and why. @public */
export function skippedPage(why: string): ReadPage<never> {
  return { records: [], skipped: { why }, next: null };
}
