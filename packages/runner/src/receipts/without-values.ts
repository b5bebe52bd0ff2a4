const withheld = '[withheld]';
const emailLike = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/gu;
/** Shorter values are words and numbers that stand anywhere. */
const shortestValue = 4;

/** Members that hold sentences of connectors; everything else is ids, words, counts and times. */
const sentences: readonly string[] = ['reason', 'what', 'why', 'remedy', 'basis', 'title', 'message'];

/**
 * A last net under the rule that outcomes carry no personal values: takes out of every sentence what the request searched by,
 * and whatever looks like an e-mail address.
 */
export function withoutValues<Statement extends object>(
  statement: Statement,
  values: readonly string[],
): Statement {
  const patterns = values
    .filter((value) => value.length >= shortestValue)
    .map((value) => new RegExp(value.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'giu'));
  const clean = (text: string): string =>
    [...patterns, emailLike].reduce((rest, pattern) => rest.replaceAll(pattern, withheld), text);
  const text = JSON.stringify(statement, (name, value: unknown) =>
    typeof value === 'string' && sentences.includes(name) ? clean(value) : value,
  );
  return JSON.parse(text) as Statement;
}
