import type { ReappearanceFinding } from '../application/views/reappearance-view.js';

/** What a later look for somebody who was deleted found, in words. */
export const findingWords: { readonly [Finding in ReappearanceFinding]: string } = {
  none: 'nobody',
  reappeared: 'back, created anew since',
  not_deleted: 'found again, and older than the deletion: it failed',
  unknown: 'found again; the vendor does not tell since when',
  not_looked: 'could not look',
};
