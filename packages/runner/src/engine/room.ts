import { compareUrgency, type Place } from '../tasks/urgency.js';

interface Waiting {
  readonly place: Place;
  readonly enter: () => void;
}

/** Lets a number of tasks work at a time. The others wait in line, the most urgent first. */
export class Room {
  readonly #size: number;
  #free: number;
  readonly #line: Waiting[] = [];

  constructor(size: number) {
    this.#size = size;
    this.#free = size;
  }

  /** Runs `work` when its turn has come. Nobody passes whoever stands first in line. */
  async run<T>(place: Place, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#line.splice(this.#position(place), 0, { place, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#free += this.#needed(place);
      this.#admit();
    }
  }

  /** Behind everybody who is as urgent. */
  #position(place: Place): number {
    const behind = this.#line.findIndex((waiting) => compareUrgency(place, waiting.place) < 0);
    return behind < 0 ? this.#line.length : behind;
  }

  #admit(): void {
    for (let [first] = this.#line; first !== undefined; [first] = this.#line) {
      const needed = this.#needed(first.place);
      if (needed > this.#free) return;
      this.#free -= needed;
      this.#line.shift();
      first.enter();
    }
  }

  #needed({ alone }: Place): number {
    return alone ? this.#size : 1;
  }
}
