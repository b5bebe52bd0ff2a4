import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** The machine in words, e.g. `Linux 6.1, 2 cores of Some CPU, 16 GB, Node 20.19.0`. */
export function machine() {
  const model = cpus()[0]?.model.trim() || 'an unnamed processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const system = `${type()} ${release().split('-')[0]}`;
  return `${system}, ${availableParallelism()} cores (${model}), ${memory}, Node ${process.versions.node}`;
}

/** The page of figures. Cells are the figures of a part, one row each; what is nested is named by its path. */
export function resultsPage(parts, results, where, day = new Date().toISOString().slice(0, 10)) {
  const sections = parts
    .filter(({ name }) => results[name] !== undefined)
    .map(({ title, about, name }) => `## ${title}\n\n${about}\n\n${table(results[name])}\n`);
  const opening = `# Benchmarks

Written by \`npm run bench -- --write\` on ${day}: ${where}. One run; other work on a machine moves times and rates by
a fifth and more, so compare figures within a section only. A goal is what the project promises.
`;
  return [opening, ...sections].join('\n');
}

function table(figures) {
  const rows = flat(figures);
  const cells = [['measure', 'figure'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column].length)));
  const line = ([name, value]) => `| ${name.padEnd(widths[0])} | ${value.padStart(widths[1])} |`;
  const ruler = `| ${'-'.repeat(widths[0])} | ${'-'.repeat(widths[1] - 1)}: |`;
  return [line(cells[0]), ruler, ...rows.map(line)].join('\n');
}

function flat(figures, path = '') {
  return Object.entries(figures).flatMap(([name, value]) => {
    const words = `${path}${name.replaceAll(/([a-z])([A-Z0-9])/g, (_, end, next) => `${end} ${next.toLowerCase()}`)}`;
    return typeof value === 'object' && value !== null
      ? flat(value, `${words}: `)
      : [[words, typeof value === 'number' ? value.toLocaleString('en-US') : String(value)]];
  });
}
