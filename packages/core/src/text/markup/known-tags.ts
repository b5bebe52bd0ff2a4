import { isHtmlAttribute } from './html-attributes.js';
import { isHtmlElement } from './html-elements.js';
import type { Tag } from './tag.js';

/** Tells the tags of one text from words that somebody typed between angle brackets. */
export class KnownTags {
  readonly #opened = new Set<string>();

  /**
   * Whether a tag is markup: HTML knows its element and all attributes that stand without a value, or it has quoted values. The
   * end of an element of another name is, when one began before.
   */
  has({ name, closes, areQuoted, withoutValue }: Tag): boolean {
    if (areQuoted && !closes) this.#opened.add(name);
    const isKnown = isHtmlElement(name) || (closes && this.#opened.has(name));
    return areQuoted || (isKnown && [...withoutValue].every(isHtmlAttribute));
  }
}
