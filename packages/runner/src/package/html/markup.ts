import { escapeHtml } from './escape.js';
import { sanitised } from './sanitised.js';

/**
 * HTML that is safe to print: made by {@link markup}, which escapes every value that is not markup itself, or of a vendor's
 * HTML with everything taken out that could do or fetch something.
 */
export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static of(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    return new Markup(strings.map((string, index) => string + printed(values[index])).join(''));
  }

  static ofVendor(html: string): Markup {
    return new Markup(sanitised(html));
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
