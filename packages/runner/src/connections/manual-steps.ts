import type { Manifest } from '@privacy-connectors/core';

/** What a person does at the vendor to end the access of a connection. */
export function manualStepsAt({
  title,
  disconnection,
}: Pick<Manifest, 'title' | 'disconnection'>): readonly string[] {
  return disconnection?.manualSteps ?? [`End the access in the settings of ${title}.`];
}
