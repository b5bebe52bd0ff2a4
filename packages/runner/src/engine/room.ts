import { compareUrgency, type Place } from '../tasks/urgency.js';

/** How many tasks may work at a time. */
export interface RoomSize {
  /** Of all connections; several times `perConnection`, so that a slow vendor does not take the places of the others. */
  readonly total: number;
  readonly perConnection: number;
}

interface Waiting {
  readonly place: Place;
  readonly enter: () => void;
}

/** Lets a number of tasks work at a time. The others wait in line, the most urgent first. */
export class Room {
  readonly #size: RoomSize;
  readonly #inside: Place[] = [];
  #line: readonly Waiting[] = [];

  constructor(size: RoomSize) {
    this.#size = size;
  }

  /**
   * Runs `work` when its turn has come. Whoever waits for a place of its own connection is passed by tasks of others; nobody
   * passes whoever has to be alone.
   */
  async run<T>(place: Place, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#line = this.#line.toSpliced(this.#position(place), 0, { place, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#inside.splice(this.#inside.indexOf(place), 1);
      this.#admit();
    }
  }

  /** Behind everybody who is as urgent. */
  #position(place: Place): number {
    const behind = this.#line.findIndex((waiting) => compareUrgency(place, waiting.place) < 0);
    return behind < 0 ? this.#line.length : behind;
  }

  #admit(): void {
    for (const waiting of this.#line) {
      if (this.#fits(waiting.place)) {
        this.#line = this.#line.filter((other) => other !== waiting);
        this.#inside.push(waiting.place);
        waiting.enter();
      } else if (waiting.place.alone) return;
    }
  }

  #fits({ alone, connectionId }: Place): boolean {
    if (alone) return this.#inside.length === 0;
    if (this.#inside.some((place) => place.alone) || this.#inside.length >= this.#size.total) return false;
    const neighbours = this.#inside.filter((place) => place.connectionId === connectionId);
    return neighbours.length < this.#size.perConnection;
  }
}
