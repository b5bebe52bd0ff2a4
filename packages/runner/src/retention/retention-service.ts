import type { Database } from '../store/database.js';
import type { AuthorizationStore } from '../store/authorization-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import { eachInTurn } from '../worker/each-in-turn.js';
import type { Expiry } from './expiry.js';
import type { IdleIndexes } from './idle-indexes.js';
import type { RecordEnd } from './record-end.js';
import type { SubjectPurge } from './subject-purge.js';
import type { Sweep } from './sweep.js';

const dayMilliseconds = 86_400_000;
/** Second parts of keys that are destroyed in one turn. */
const partsAtOnce = 500;

/** What retention works with. */
export interface RetentionParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly authorizations: AuthorizationStore;
  readonly purge: SubjectPurge;
  readonly expiry: Expiry;
  readonly sweep: Sweep;
  readonly recordEnd: RecordEnd;
  readonly indexes: IdleIndexes;
  /** Days, and months, after the end of a request. */
  readonly periods: { readonly days: number; readonly recordMonths: number };
}

/** Lets go of everything whose time is over. Each part may be ended anywhere, and done by several processes at once. */
export class Retention {
  readonly #parts: RetentionParts;

  constructor(parts: RetentionParts) {
    this.#parts = parts;
  }

  async run(now: Date, signal: AbortSignal): Promise<void> {
    const { purge, expiry, sweep, recordEnd, indexes, periods } = this.#parts;
    const cutoff = new Date(now.getTime() - periods.days * dayMilliseconds);
    await eachInTurn([
      () => purge.purgeDue(signal),
      () => expiry.expireDue(cutoff, signal),
      () => this.#destroyParts(signal),
      () => sweep.workingRows(signal),
      () => sweep.events(cutoff, signal),
      () => recordEnd.endDue(monthsBefore(now, periods.recordMonths), signal),
      () => indexes.forget(cutoff, signal),
      () => this.#endAuthorizations(now),
    ]);
  }

  async #destroyParts(signal: AbortSignal): Promise<void> {
    let destroyed = partsAtOnce;
    while (destroyed === partsAtOnce && !signal.aborted) {
      destroyed = await this.#parts.keys.destroyParts(partsAtOnce);
    }
  }

  async #endAuthorizations(now: Date): Promise<void> {
    const { database, authorizations } = this.#parts;
    await database.transaction((connection) => authorizations.forgetExpired(connection));
    await authorizations.deleteEnded(new Date(now.getTime() - dayMilliseconds));
  }
}

/** The same day of an earlier month, or its last one where it is shorter. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const days = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), days));
  return then;
}
