import type { ReadPage } from '@privacy-connectors/core';

/** The page of a thing of which nothing is exported. */
export function skippedPage(why: string): ReadPage<never> {
  return { records: [], skipped: { why }, next: null };
}
