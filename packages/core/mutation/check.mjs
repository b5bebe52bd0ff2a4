/**
 * Usage: node packages/core/mutation/check.mjs [<report> <explanations>]
 *
 * Judges the report of a mutation test: prints the score, and fails when it is too low, when a change that no test noticed
 * is not explained in `survivors.json`, or when an explanation there is out of date.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scoreOf, survivorsOf } from './report.mjs';

const lowest = 85;

const [
  reportFile = fileURLToPath(new URL('../../../tmp/mutation/report.json', import.meta.url)),
  explanationsFile = fileURLToPath(new URL('survivors.json', import.meta.url)),
] = process.argv.slice(2);
const report = readJson(reportFile);
const explanations = readJson(explanationsFile);
const survivors = survivorsOf(report);

const keyOf = ({ file, line, original, replacement }) => JSON.stringify([file, line, original, replacement]);
const explained = new Set(explanations.filter(({ why }) => why).map(keyOf));
const alive = new Set(survivors.map(keyOf));
const unexplained = survivors.filter((survivor) => !explained.has(keyOf(survivor)));
const outdated = explanations.filter((explanation) => !alive.has(keyOf(explanation)));

list('No test notices, and nothing explains:', unexplained);
list('Explained, but noticed by a test or gone (remove the explanation):', outdated);
const score = scoreOf(report);
print(`Mutation score of core: ${score.toFixed(2)} % (at least ${lowest} %).`);
print(`${survivors.length} changes survived, ${unexplained.length} of them unexplained.`);
process.exitCode = unexplained.length + outdated.length === 0 && score >= lowest ? 0 : 1;

function list(title, changes) {
  if (changes.length === 0) return;
  print(`${title}\n`);
  for (const { place, ...change } of changes) print(`${place ?? ''}\n${JSON.stringify(change, null, 2)}\n`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
