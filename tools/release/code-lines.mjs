import ts from 'typescript';

/**
 * How many lines of a TypeScript text hold code: those with anything but white space and comments.
 *
 * @param {string} text
 */
export function codeLines(text) {
  const file = ts.createSourceFile('lines.ts', text, ts.ScriptTarget.Latest);
  const lines = new Set();
  visit(file, file, (first, last) => {
    for (let line = first; line <= last; line += 1) lines.add(line);
  });
  return lines.size;
}

function visit(node, file, onToken) {
  if (ts.isJSDoc(node) || node.kind === ts.SyntaxKind.EndOfFileToken) return;
  const children = node.getChildren(file);
  if (children.length > 0) return children.forEach((child) => visit(child, file, onToken));
  const [start, end] = [node.getStart(file), node.getEnd()];
  if (end > start) onToken(lineOf(file, start), lineOf(file, end));
}

function lineOf(file, position) {
  return file.getLineAndCharacterOfPosition(position).line;
}
