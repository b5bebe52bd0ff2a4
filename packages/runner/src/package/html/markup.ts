import { escapeHtml } from './escape.js';

/** HTML that is safe to print: made by {@link markup} only, which escapes every value that is not markup itself. */
export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static of(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    return new Markup(strings.map((string, index) => string + printed(values[index])).join(''));
  }
}

/** What a template may hold: text and numbers are escaped, markup is not, `undefined` prints nothing. */
export type MarkupValue = string | number | Markup | undefined | readonly MarkupValue[];

/** A template of HTML. Values are escaped; attribute values in templates are always in double quotes. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.of(strings, values);
}

function printed(value: MarkupValue): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(printed).join('');
}
