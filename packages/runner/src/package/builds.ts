/** How many packages are made at the same time: each takes a processor, memory, and the database. */
export class Builds {
  readonly #limit: number;
  #underWay = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A place for one more; undefined when there is none. It is given back once nothing is done {@link Build.during} it. */
  begin(): Build | undefined {
    if (this.#underWay >= this.#limit) return undefined;
    this.#underWay += 1;
    return new Build(() => {
      this.#underWay -= 1;
    });
  }
}

/** A place among the packages that are made. */
export class Build {
  readonly #end: () => void;
  #works = 0;

  constructor(end: () => void) {
    this.#end = end;
  }

  /** Keeps the place until `work` has settled. What is to follow begins within it. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#works += 1;
    try {
      return await work();
    } finally {
      this.#works -= 1;
      if (this.#works === 0) this.#end();
    }
  }
}
