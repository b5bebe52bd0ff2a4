/** A code span; one with a backslash before a pipe is none, since no table can hold it. */
const codeSpan = /(`(?:[^`\\]|\\(?!\|))+`)/;
/**
 * What Markdown or HTML would take for markup; an underscore within a word is none. A pipe means something in tables only;
 * see `table`.
 */
const markup = /[\\`*[\]<>~&]|(?<!\w)_|_(?!\w)/g;
/** What makes a heading, a list or a rule of a line that begins with it. */
const opening = /^(?:[#+=-]+(?=\s|$)|\d+(?=[.)](?:\s|$)))/;

/**
 * The words of a manifest as one line of Markdown: nothing in them is markup, except pairs of backticks, which mark code.
 */
export function text(words) {
  const line = words.trim().replaceAll(/\s+/g, ' ');
  return line.split(codeSpan).map(escapePart).join('').replace(opening, escapeOpening);
}

/** Split by the pattern of code spans, every second part is one. */
function escapePart(part, index) {
  return index % 2 === 1 ? part : part.replaceAll(markup, String.raw`\$&`);
}

/** Of a number, the full stop or parenthesis after it is escaped. */
function escapeOpening(start) {
  return /\d/.test(start) ? `${start}\\` : `\\${start}`;
}
