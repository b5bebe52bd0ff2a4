/** A value as a code span. Its fence is longer than any run of backticks in it. */
export function code(value) {
  const content = String(value).replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** Values as code spans, `none` when there are none. */
export function codes(values, none = 'none') {
  return values.length === 0 ? none : values.map(code).join(', ');
}
