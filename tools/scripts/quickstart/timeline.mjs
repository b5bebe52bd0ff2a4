const width = 80;
const margin = 10;

/** A printed list of what happened when, at 80 columns. */
export function createTimeline(write, now = () => performance.now()) {
  const start = now();
  return {
    /** Something that happened; `details` are lines below it. */
    event(text, details = []) {
      const seconds = `${((now() - start) / 1000).toFixed(1)} s`.padStart(margin - 2);
      const lines = [text, ...details.map((detail) => `  ${detail}`)].flatMap(wrap);
      write(
        lines.map((line, index) => `${index === 0 ? `${seconds}  ` : ' '.repeat(margin)}${line}\n`).join(''),
      );
    },
    /** A command as a person would type it; it stays on one line, to be copied. */
    command(text) {
      write(`\n${' '.repeat(margin)}$ ${text}\n`);
    },
  };
}

/** Lines that fit beside the margin. What follows the first line is indented like the first, and two more. */
function wrap(text) {
  const indent = text.match(/^ */)[0];
  const lines = [];
  let line = indent;
  for (const word of text.trim().split(' ')) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + word.length > width - margin) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line];
}
