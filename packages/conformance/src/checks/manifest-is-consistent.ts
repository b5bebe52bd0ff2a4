import type { Bench, Check } from '../check.js';
import { ensureSame } from '../failure.js';
import { manifestProblems } from '../manifest/problems.js';

/** What the parts of the manifest say of each other, and of the steps, is so. */
export function manifestIsConsistent({ connector }: Bench): Check {
  return {
    name: 'the manifest agrees with itself and with the steps',
    run: () =>
      new Promise((resolve) => {
        const problems = manifestProblems(connector);
        ensureSame(problems, [], `the manifest: ${problems.join('; ')}`);
        resolve();
      }),
  };
}
