const quoted = /"(?:[^"\\]|\\.)*"/g;

/** `operator(field,"value")` or `operator(field,["value","value"])`, several with commas, once the values are blank. */
const filter = /^(?:,?[a-z-]+\([a-z_.]+,(?:""|\[(?:"",?)*\])\))+$/;

/**
 * A filter as JSON:API vendors take it in one query parameter, with its quoted values replaced; undefined for anything else.
 * By their places, the other words are operators and fields.
 */
export function filterWith(text: string, replace: (value: string) => string): string | undefined {
  if (!filter.test(text.replaceAll(quoted, '""'))) return undefined;
  return text.replaceAll(quoted, (value) => JSON.stringify(replace(contentOf(value))));
}

function contentOf(value: string): string {
  try {
    return JSON.parse(value) as string;
  } catch {
    return value.slice(1, -1);
  }
}
