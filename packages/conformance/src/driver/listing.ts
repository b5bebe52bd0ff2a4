import type { Finished, FinishedOf } from './finished.js';

/** A page of a listing. */
export type Listing = FinishedOf<'locate'> | FinishedOf<'scan'> | FinishedOf<'read'>;

/** Whether the step is a page that names a next one. */
export function leadsOn(step: Finished): step is Listing {
  const isListing = step.kind === 'locate' || step.kind === 'scan' || step.kind === 'read';
  return isListing && step.result.next !== null;
}
