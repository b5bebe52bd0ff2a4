import type { Finished, FinishedOf } from './finished.js';

/** A page of a listing. */
export type Listing = FinishedOf<'locate'> | FinishedOf<'scan'> | FinishedOf<'read'> | FinishedOf<'plan'>;

/** Whether the step is a page that names a next one. */
export function leadsOn(step: Finished): step is Listing {
  const { kind } = step;
  const isListing = kind === 'locate' || kind === 'scan' || kind === 'read' || kind === 'plan';
  return isListing && step.result.next !== null;
}
