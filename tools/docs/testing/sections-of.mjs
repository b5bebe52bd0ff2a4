/** The sections of a page, title to body, in their order. */
export function sectionsOf(page) {
  const [, ...parts] = page.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const [title, ...body] = part.split('\n');
      return [title, body.join('\n').trim()];
    }),
  );
}

/** The cells of the table rows in a Markdown text, without head and padding. */
export function rowsOf(markdown) {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
