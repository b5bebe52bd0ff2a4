import type { PolicyMode } from './policy.js';
import type { RecordPlace } from './stored-records.js';

/** What a person decided about single records of a connection, in the place of its policy. */
export interface Overrides {
  /** Undefined where the policy holds. */
  of(place: RecordPlace): PolicyMode | undefined;
  /** Changes with every decision. */
  readonly version: string;
}

/** Nobody decided anything. */
export const noOverrides: Overrides = { of: () => undefined, version: '' };
