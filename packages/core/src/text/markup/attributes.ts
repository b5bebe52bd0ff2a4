import { attributeValueAt } from './attribute-value.js';

const name = /([^\s/<>=]+)(\s*=\s*)?/y;
const separators = /[\s/]*/y;

/** What stands in a tag behind its name. */
export interface Attributes {
  /** A value stands in quotation marks, and in no such value is a `>`: nobody types that in a sentence. */
  readonly areQuoted: boolean;
  /** The names, in lower case, of those that have no value. */
  readonly withoutValue: ReadonlySet<string>;
  /** The place after the tag. */
  readonly end: number;
}

/** The attributes from `at` to the end of a tag, as HTML reads them; undefined when it does not end before the next tag. */
export function attributesAt(html: string, at: number): Attributes | undefined {
  const withoutValue = new Set<string>();
  const quoted: string[] = [];
  let place = after(separators, html, at);
  while (html[place] !== '>') {
    name.lastIndex = place;
    const found = name.exec(html);
    if (found === null) return undefined;
    place = name.lastIndex;
    if (found[2] === undefined) withoutValue.add((found[1] ?? '').toLowerCase());
    else {
      const value = attributeValueAt(html, place);
      if (value === undefined) return undefined;
      if (/^["']/.test(value)) quoted.push(value);
      place += value.length;
    }
    place = after(separators, html, place);
  }
  const areQuoted = quoted.length > 0 && !quoted.some((value) => value.includes('>'));
  return { areQuoted, withoutValue, end: place + 1 };
}

function after(pattern: RegExp, html: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(html);
  return pattern.lastIndex;
}
