/** Fixed windows that hold at once; a request that any of them refuses counts in none. */
export class FixedWindows {
  readonly #windows: readonly { readonly requests: number; readonly milliseconds: number }[];
  readonly #now: () => number;
  readonly #counts = new Map<number, { window: number; count: number }>();

  constructor(
    windows: readonly { readonly requests: number; readonly seconds: number }[],
    now: () => number,
  ) {
    this.#windows = windows.map(({ requests, seconds }) => ({ requests, milliseconds: seconds * 1000 }));
    this.#now = now;
  }

  /** Whether the request is let through; otherwise how many seconds are to be waited. */
  take(): { readonly ok: true } | { readonly ok: false; readonly retryAfter: number } {
    const now = this.#now();
    const states = this.#windows.map(({ requests, milliseconds }, index) => {
      const window = Math.floor(now / milliseconds);
      const known = this.#counts.get(index);
      const count = known?.window === window ? known.count : 0;
      return { index, window, count, isFull: count >= requests, left: (window + 1) * milliseconds - now };
    });
    const full = states.filter(({ isFull }) => isFull);
    if (full.length > 0)
      return { ok: false, retryAfter: Math.ceil(Math.max(...full.map(({ left }) => left)) / 1000) };
    for (const { index, window, count } of states) this.#counts.set(index, { window, count: count + 1 });
    return { ok: true };
  }
}
