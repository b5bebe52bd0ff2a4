/**
 * A table of cells that are Markdown already; without rows there is `empty` instead. A pipe in a cell is escaped here, in
 * code spans too, for tables are cut into cells before anything else is read.
 */
export function table(head, rows, empty) {
  if (rows.length === 0) return empty;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function line(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
