import { compareCalls, type CallUrgency } from './urgency.js';

interface Waiter {
  readonly urgency: CallUrgency | undefined;
  readonly admit: () => void;
  readonly refuse: (reason: Error) => void;
}

/** Waiters in order of urgency, those of the same urgency in order of arrival. */
interface Lane {
  readonly waiters: Waiter[];
  /** Admissions of the other lane while somebody waited in this one. */
  passedOver: number;
}

/** Of so many permits in a row, each kind of work gets one while any of it waits. */
const turn = 4;

/**
 * Callers waiting for permits, the most urgent first. Scans of whole listings stand in a lane of their own: they go on for
 * so long that short work would starve behind a more urgent one, and they would starve behind a stream of short work. The
 * lane with the more urgent head (short work's, when both are as urgent) gets three permits of four, the other one the fourth.
 */
export class UrgentLine {
  readonly #short: Lane = { waiters: [], passedOver: 0 };
  readonly #scans: Lane = { waiters: [], passedOver: 0 };

  get length(): number {
    return this.#short.waiters.length + this.#scans.waiters.length;
  }

  /** Resolves when admitted. Rejects with the signal's reason, and leaves the line, when it aborts first. */
  join(urgency: CallUrgency | undefined, signal: AbortSignal): Promise<void> {
    const { waiters } = urgency?.kind === 'scan' ? this.#scans : this.#short;
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiters.splice(waiters.indexOf(waiter), 1);
        reject(signal.reason as Error);
      };
      const stay = () => {
        signal.removeEventListener('abort', leave);
      };
      const waiter: Waiter = {
        urgency,
        admit: () => {
          stay();
          resolve();
        },
        refuse: (reason) => {
          stay();
          reject(reason);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      insert(waiters, waiter);
    });
  }

  /** Admits whose turn it is. */
  admitFirst(): void {
    const [next, other] = this.#order();
    next.passedOver = 0;
    if (other.waiters.length > 0) other.passedOver += 1;
    next.waiters.shift()?.admit();
  }

  /** Turns everybody away who waits now. */
  refuseAll(reason: Error): void {
    for (const { waiters } of [this.#short, this.#scans])
      for (const waiter of waiters.splice(0)) waiter.refuse(reason);
  }

  /** Whose turn it is, first. */
  #order(): readonly [Lane, Lane] {
    const [short, scan] = [this.#short.waiters[0], this.#scans.waiters[0]];
    if (scan === undefined) return [this.#short, this.#scans];
    if (short === undefined) return [this.#scans, this.#short];
    const scanFirst = compareCalls(scan.urgency, short.urgency) < 0;
    const [favoured, other] = scanFirst ? [this.#scans, this.#short] : [this.#short, this.#scans];
    return other.passedOver < turn - 1 ? [favoured, other] : [other, favoured];
  }
}

function insert(waiters: Waiter[], waiter: Waiter): void {
  const before = waiters.findLastIndex(({ urgency }) => compareCalls(urgency, waiter.urgency) <= 0);
  waiters.splice(before + 1, 0, waiter);
}
