/** A tag within quotation marks: the marks reach over what somebody wrote. A `<` alone may be part of a title. */
const tag = '<[a-z/!?]';
const endOrTag = new Map([
  ['"', new RegExp(`(")|${tag}`, 'gi')],
  ["'", new RegExp(`(')|${tag}`, 'gi')],
]);
const unquoted = /[^\s<>]*/y;

/** The value at `at` with its quotation marks, if it has any; undefined when they do not end before the next tag. */
export function attributeValueAt(html: string, at: number): string | undefined {
  const pattern = endOrTag.get(html.charAt(at));
  if (pattern !== undefined) {
    pattern.lastIndex = at + 1;
    return pattern.exec(html)?.[1] === undefined ? undefined : html.slice(at, pattern.lastIndex);
  }
  unquoted.lastIndex = at;
  return unquoted.exec(html)?.[0] ?? '';
}
