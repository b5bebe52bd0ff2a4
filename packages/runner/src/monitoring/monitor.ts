import type { Monitoring } from '../application/monitoring.js';
import type { Database } from '../store/database.js';
import { migrations } from '../store/migrations/index.js';
import { exposition } from './exposition.js';
import { readFigures } from './figures.js';

/** Milliseconds for which an answer is good enough for the next who asks: anybody may ask whether we are ready. */
const freshness = 1000;

/** Tells those who run the installation how it is. */
export class Monitor implements Monitoring {
  readonly #database: Database;
  readonly #ready = new Recent(() => this.#look());
  readonly #metrics = new Recent(() => this.#database.snapshot(readFigures).then(exposition));

  constructor(database: Database) {
    this.#database = database;
  }

  ready(): Promise<boolean> {
    return this.#ready.get();
  }

  metrics(): Promise<string> {
    return this.#metrics.get();
  }

  async #look(): Promise<boolean> {
    try {
      const sql = 'select count(*)::int as applied from dsr.migration';
      const { rows } = await this.#database.query<{ applied: number }>(sql);
      return rows[0]?.applied === migrations.length;
    } catch {
      return false;
    }
  }
}

/** One answer for all who ask at about the same time. */
class Recent<Value> {
  readonly #make: () => Promise<Value>;
  #answer: Promise<Value> | undefined;
  #askedAt = -Infinity;

  constructor(make: () => Promise<Value>) {
    this.#make = make;
  }

  get(): Promise<Value> {
    const now = performance.now();
    if (this.#answer === undefined || now - this.#askedAt > freshness) {
      this.#askedAt = now;
      this.#answer = this.#make();
    }
    return this.#answer;
  }
}
