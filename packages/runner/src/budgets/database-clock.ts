/** How far two clocks may move apart, in parts of the time that passes: more than any clock that is corrected slowly. */
const drift = 0.001;

/**
 * Tells when, by `performance.now`, the database's clock shows a time. Each answer that brings the clock's reading bounds the
 * difference of the two: it was read after the question and before the answer. The quick answers make that narrow.
 */
export class DatabaseClock {
  #lowest = -Infinity;
  #highest = Infinity;
  #readAt = 0;

  /** The database's clock showed `reading` between `asked` and `answered`. All in milliseconds. */
  heard(reading: number, asked: number, answered: number): void {
    const apart = (answered - this.#readAt) * drift;
    const lowest = Math.max(this.#lowest - apart, reading - answered);
    const highest = Math.min(this.#highest + apart, reading - asked);
    // A clock that was set is another clock.
    const isSame = lowest <= highest;
    this.#lowest = isSame ? lowest : reading - answered;
    this.#highest = isSame ? highest : reading - asked;
    this.#readAt = answered;
  }

  /** Milliseconds of `performance.now` at which the database's clock shows `reading`. */
  when(reading: number): number {
    return reading - (this.#lowest + this.#highest) / 2;
  }
}
