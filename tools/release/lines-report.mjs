/** Connectors that must stay below a number of lines: they show what the framework spares their authors. */
const limits = { 'connector-klaviyo': 300 };

/**
 * @param {readonly { name: string, files: number, lines: number }[]} connectors By name of their folder.
 * @returns {{ text: string, tooLong: string[] }} A table, and a sentence for each connector that has reached its limit.
 */
export function linesReport(connectors) {
  const rows = connectors.map(({ name, files, lines }) => [name, files, lines, limits[name] ?? '']);
  const tooLong = connectors
    .filter(({ name, lines }) => lines >= (limits[name] ?? Infinity))
    .map(
      ({ name, lines }) =>
        `${name} has ${lines} lines, and must have less than ${limits[name]}: make it shorter, or move what others need into core.`,
    );
  return { text: [['connector', 'files', 'lines', 'below'], ...rows].map(line).join('\n'), tooLong };
}

function line([name, ...figures]) {
  return `${name.padEnd(24)}${figures.map((figure) => String(figure).padStart(8)).join('')}`.trimEnd();
}
