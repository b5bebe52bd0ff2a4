/** Longest time, in milliseconds, that answers of requests sent before an episode are waited for. */
const episodeMs = 5_000;

/**
 * Tells refusals apart: the 429s of requests that were already under way when the pace was cut say nothing new, they belong
 * to the episode of the first one. @public
 */
export class Episodes {
  #sent = 0;
  #answered = 0;
  #episode = { sent: 0, until: 0 };

  /** A request leaves. */
  sent(): void {
    this.#sent += 1;
  }

  /** A request was answered with anything but 429. */
  succeeded(): void {
    this.#answered += 1;
  }

  /** A request was answered with 429. Returns true when that is news; an episode begins with it. `now` is in milliseconds of any steady clock. */
  throttled(now: number): boolean {
    this.#answered += 1;
    if (this.#answered <= this.#episode.sent && now < this.#episode.until) return false;
    this.begin(now);
    return true;
  }

  /** The pace is cut: what is under way was sent before. */
  begin(now: number): void {
    this.#episode = { sent: this.#sent, until: now + episodeMs };
  }
}
