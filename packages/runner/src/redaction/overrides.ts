import { type StoredDecision, versionOf } from '../store/redaction-store.js';
import type { PolicyMode } from './policy.js';
import type { RecordPlace } from './stored-records.js';

/** What people decided about single records of a connection, in the place of its policy. */
export class Overrides {
  /** Changes with every decision. */
  readonly version: string;
  readonly #decisions: ReadonlyMap<string, StoredDecision>;

  constructor(decisions: readonly StoredDecision[]) {
    this.version = versionOf(decisions);
    this.#decisions = new Map(decisions.map((decision) => [keyOf(decision.place), decision]));
  }

  /** Undefined where the policy holds. */
  of(place: RecordPlace): PolicyMode | undefined {
    return this.decision(place)?.mode;
  }

  decision(place: RecordPlace): StoredDecision | undefined {
    return this.#decisions.get(keyOf(place));
  }
}

/** Nobody decided anything. */
export const noOverrides = new Overrides([]);

function keyOf({ resource, id }: RecordPlace): string {
  return JSON.stringify([resource, id]);
}
