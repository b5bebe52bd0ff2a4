import { compareUrgency, type Place } from '../tasks/urgency.js';
import { type Crowd, fairShare } from './fair-share.js';

/** How many tasks may work at a time. */
export interface RoomSize {
  /** Of all connections; beyond it each connection has one place. */
  readonly total: number;
  readonly perConnection: number;
}

interface Visitor extends Place {
  readonly enter: () => void;
}

/** Lets a number of tasks work at a time. The others wait in line, the most urgent first. */
export class Room {
  readonly #size: RoomSize;
  #inside: readonly Visitor[] = [];
  #line: readonly Visitor[] = [];

  constructor(size: RoomSize) {
    this.#size = size;
  }

  /**
   * Runs `work` when its turn has come. Whoever waits for a place of its own connection is passed by tasks of others; nobody
   * passes whoever has to be alone.
   */
  async run<T>(place: Place, work: () => Promise<T>): Promise<T> {
    const visitor = await this.#enter(place);
    try {
      return await work();
    } finally {
      this.#inside = without(this.#inside, visitor);
      this.#admit();
    }
  }

  #enter(place: Place): Promise<Visitor> {
    return new Promise((resolve) => {
      const visitor: Visitor = {
        ...place,
        enter: () => {
          resolve(visitor);
        },
      };
      this.#line = this.#line.toSpliced(this.#position(place), 0, visitor);
      this.#admit();
    });
  }

  /** Behind everybody who is as urgent. */
  #position(place: Place): number {
    const behind = this.#line.findIndex((visitor) => compareUrgency(place, visitor) < 0);
    return behind < 0 ? this.#line.length : behind;
  }

  #admit(): void {
    for (const visitor of this.#next()) {
      this.#line = without(this.#line, visitor);
      this.#inside = [...this.#inside, visitor];
      visitor.enter();
    }
  }

  #next(): readonly Visitor[] {
    if (this.#inside.some(({ alone }) => alone)) return [];
    const [first] = this.#line;
    if (first?.alone === true) return this.#inside.length === 0 ? [first] : [];
    const barrier = this.#line.findIndex(({ alone }) => alone);
    const line = barrier < 0 ? this.#line : this.#line.slice(0, barrier);
    return fairShare(line, crowdOf(this.#inside), this.#size);
  }
}

function without(visitors: readonly Visitor[], one: Visitor): readonly Visitor[] {
  return visitors.filter((visitor) => visitor !== one);
}

function crowdOf(visitors: readonly Visitor[]): Crowd {
  const counts = new Map<string, number>();
  for (const { connectionId } of visitors) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
  return counts;
}
