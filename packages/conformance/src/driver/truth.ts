import type { Json } from '@privacy-connectors/core';
import { ensure } from '../failure.js';
import type { Finished } from './finished.js';
import type { Site } from './site.js';

/** A step of a deletion whose outcome may say that something is gone. */
export type EndingStep = Extract<Finished, { readonly kind: 'erase' | 'look' | 'verify' }>;

/** Whether the step may say so. */
export function endsDeletion(step: Finished): step is EndingStep {
  return step.kind === 'erase' || step.kind === 'look' || step.kind === 'verify';
}

/** The truth, from inside the vendor: whether anything is left of what a planned operation is to erase. */
export function stillHolds({ connector, vendor }: Site, operation: Json): boolean {
  if (vendor.stillHolds !== undefined) return vendor.stillHolds(operation);
  const perRecord = connector.manifest.capabilities.deletion?.granularity === 'per_record';
  ensure(!perRecord, 'the vendor has no `stillHolds`: a deletion that goes record by record needs it');
  return !vendor.subject.isErased();
}
