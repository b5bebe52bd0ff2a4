import type { Person } from '@privacy-connectors/conformance/simulator';

/** A profile as the simulator keeps it; its events, push tokens, lists and segments are counts and computed from it. */
export interface StoredProfile {
  /** As Klaviyo makes them: 26 characters. */
  readonly id: string;
  /** Position among all profiles ever made, from 0. */
  readonly ordinal: number;
  /** Undefined for a profile that was made for an e-mail alone. */
  readonly person: Person | undefined;
  readonly email: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lists: number;
  readonly segments: number;
  readonly pushTokens: number;
  readonly events: number;
  suppressed: boolean;
}

/** What a profile has unless said otherwise: nothing. */
export const NOTHING = { lists: 0, segments: 0, pushTokens: 0, events: 0, suppressed: false } as const;
