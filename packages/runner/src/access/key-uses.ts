import type { Tallies, Tally } from '../audit/tallies.js';
import { keyName } from './actor.js';

/** Milliseconds that uses may be counted in memory before they are stored. */
const patience = 60_000;

/** Counts uses and refusals of keys in memory, and stores the counts once a minute: a call is not slower for it. */
export class KeyUses {
  readonly #tallies: Tallies;
  readonly #counts = new Map<string, Tally>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tallies: Tallies) {
    this.#tallies = tallies;
  }

  used(id: string): void {
    this.#count(`used ${id}`, { action: 'key.used', actor: keyName(id), subject: { key: id }, item: '' });
  }

  /** @param id Of a key that there is; what a stranger made up is not written down. */
  refused(id: string | undefined): void {
    const subject = id === undefined ? {} : { key: id };
    this.#count(`refused ${id ?? ''}`, { action: 'key.refused', actor: 'nobody', subject, item: '' });
  }

  /** Stores what was counted so far. */
  async store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counted = [...this.#counts.values()];
    this.#counts.clear();
    await this.#tallies.add(counted);
  }

  #count(name: string, tally: Omit<Tally, 'count'>): void {
    const count = (this.#counts.get(name)?.count ?? 0) + 1;
    this.#counts.set(name, { ...tally, count });
    this.#timer ??= setTimeout(() => {
      // Counts of a minute in which the database was away are lost; the keys' last uses are stored with each call.
      this.store().catch(() => undefined);
    }, patience).unref();
  }
}
