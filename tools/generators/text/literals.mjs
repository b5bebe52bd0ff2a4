import ts from 'typescript';

/** The names of the properties of the object literal that is the value of `name`. */
export function propertyNames(text, name) {
  return literalNamed(sourceOf(text), name).properties.map((property) => property.name.text);
}

/** `text` with `code` as the last property, or element, of the literal that is the value of `name`. */
export function appendTo(text, name, code) {
  const source = sourceOf(text);
  const literal = literalNamed(source, name);
  const members = literal.properties ?? literal.elements;
  // Without members there is no end of the last one to go on from.
  const place = members.length === 0 ? literal.getStart(source) + 1 : members.at(-1).getEnd();
  return `${text.slice(0, place)}${members.length === 0 ? '' : ', '}${code}${text.slice(place)}`;
}

/** `text` with `code` as the property after the one of that name, whose value is a literal. */
export function appendAfter(text, name, code) {
  const place = literalNamed(sourceOf(text), name).getEnd();
  return `${text.slice(0, place)}, ${code}${text.slice(place)}`;
}

/** `text` with one more import after the others. */
export function appendImport(text, code) {
  const last = sourceOf(text).statements.findLast((statement) => ts.isImportDeclaration(statement));
  const place = last?.getEnd() ?? 0;
  return `${text.slice(0, place)}\n${code}${text.slice(place)}`;
}

function sourceOf(text) {
  const kind = text.trimStart().startsWith('{') ? ts.ScriptKind.JSON : ts.ScriptKind.TS;
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, false, kind);
}

function literalNamed(source, name) {
  const found = search(source, name);
  if (found === undefined) throw new Error(`There is no object or array named ${name} to add to.`);
  return found;
}

/** The first literal of that name, outermost first. */
function search(node, name) {
  const literal = node.name?.text === name ? bare(node.initializer) : undefined;
  if (literal !== undefined && isLiteral(literal)) return literal;
  return ts.forEachChild(node, (child) => search(child, name));
}

function isLiteral(node) {
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

/** The expression without `as const` and `satisfies`. */
function bare(expression) {
  if (expression === undefined) return undefined;
  const wrapped = ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression);
  return wrapped ? bare(expression.expression) : expression;
}
