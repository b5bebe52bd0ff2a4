import type { ChainProblem } from './chain-problem.js';

/** Problems that are told one by one; of the others only their number. */
const most = 20;

/** Problems of a chain, as many as a person wants to read, and how many more there are. */
export class ProblemList {
  readonly #problems: ChainProblem[] = [];
  #count = 0;

  readonly add = (problem: ChainProblem): void => {
    this.#count += 1;
    if (this.#problems.length < most) this.#problems.push(problem);
  };

  get told(): { readonly problems: readonly ChainProblem[]; readonly more: number } {
    return { problems: this.#problems, more: this.#count - this.#problems.length };
  }
}
