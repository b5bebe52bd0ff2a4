import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/**
 * Adds up what the projects' test runs left in `folder`. A file of tests that did not run, and a project without a
 * result, count as one failure each.
 *
 * @param {string} folder
 * @param {readonly string[]} projects Names of all projects that have tests.
 * @returns {Counts}
 */
export function countTests(folder, projects) {
  return projects
    .map((project) => countsOf(join(folder, `${project}.json`)))
    .reduce(add, { passed: 0, failed: 0 });
}

function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** The last line of a test run, and what it says. */
export function countsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** @returns {Counts | undefined} What the last such line of `output` says. */
export function readCountsLine(output) {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return match && { passed: Number(match[1]), failed: Number(match[2]) };
}
