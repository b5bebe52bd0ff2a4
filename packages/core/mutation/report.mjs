/**
 * @typedef {object} Survivor A change of the code that no test noticed, told by its text: line numbers move.
 * @property {string} file Relative to the root of the workspace.
 * @property {string} line The line where the change begins.
 * @property {string} original
 * @property {string} replacement
 * @property {string} place `file:line`, for a person.
 */

const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];

/** Percentage of the changes that some test noticed; of Stryker's JSON report. */
export function scoreOf(report) {
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return (100 * count(noticed)) / count([...noticed, ...unnoticed]);
}

/** @returns {Survivor[]} Those of Stryker's JSON report. */
export function survivorsOf(report) {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => unnoticed.includes(status))
      .map(({ location, replacement }) => survivor(file, source, location, replacement)),
  );
}

function survivor(file, source, { start, end }, replacement) {
  const lines = source.split('\n');
  const offset = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, column - 1);
  return {
    file,
    line: lines[start.line - 1].trim(),
    original: onOneLine(source.slice(offset(start), offset(end))),
    replacement: onOneLine(replacement),
    place: `${file}:${start.line}`,
  };
}

function onOneLine(text) {
  return text.trim().replace(/\s+/g, ' ');
}
