/**
 * The lines of `expected` that `output` does not have, in that order. White space counts as one space, what stands around an
 * expected line does not matter, and `…` stands for any word.
 */
export function missingLines(output, expected) {
  const lines = output.split('\n').map(singleSpaced);
  let from = 0;
  return expected.filter((line) => {
    const pattern = patternOf(line);
    const found = lines.findIndex((printed, index) => index >= from && pattern.test(printed));
    if (found >= 0) from = found + 1;
    return found < 0;
  });
}

function patternOf(line) {
  const parts = singleSpaced(line).split('…');
  return new RegExp(parts.map(escaped).join(String.raw`\S+`));
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function singleSpaced(line) {
  return line.trim().replaceAll(/\s+/g, ' ');
}
