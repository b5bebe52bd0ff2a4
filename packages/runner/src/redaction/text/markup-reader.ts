/** The beginning or the end of an element. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
}

/** What a program takes away from a text, and the place after it. */
export interface Markup {
  readonly end: number;
  /** Undefined for comments, declarations and the marks of character data. */
  readonly tag?: Tag;
}

const name = '[a-z][a-z0-9:_-]*';
/** A value may hold a `>`; quotation marks that reach over another tag are none. Endless tags would use up the stack. */
const value = ['"', "'"]
  .map((mark) => `${mark}[^${mark}<]*(?:<(?![a-z/!?])[^${mark}<]*){0,1000}${mark}`)
  .join('|');
const attributes = String.raw`[^<>=]*(?:=(?:\s*(?:${value})|(?!\s*["']))[^<>=]*){0,1000}`;
/** An address in angle brackets is no tag. Nothing here reads past the beginning of the next one. */
const wholeTag = new RegExp(String.raw`<(/?)(${name})(?:[\s/]${attributes})?>`, 'iy');
const brokenTag = new RegExp(String.raw`<(/?)(${name})(?:[\s/][^<>]*)?>`, 'iy');
const emptyComment = /<!---?>/y;
/** What character data holds stands for itself, and the tags in it are read as tags by many. */
const markOfData = /<!\[cdata\[|\]\]>/iy;
const declaration = /<[!?][^<>]*>/y;

/** Reads markup as the programs do that take most for it: what they take away may stand within a name. */
export class MarkupReader {
  readonly #text: string;
  /** No further comment ends: many beginnings are read once. */
  #isLastCommentRead = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The markup that begins at `at`, asked for in the order of the text; undefined when none does. */
  at(at: number): Markup | undefined {
    if (!/[<\]]/.test(this.#text.charAt(at))) return undefined;
    const end = this.#after(markOfData, at) ?? this.#afterComment(at) ?? this.#after(declaration, at);
    return end === undefined ? (this.#tag(wholeTag, at) ?? this.#tag(brokenTag, at)) : { end };
  }

  #afterComment(at: number): number | undefined {
    if (!this.#text.startsWith('<!--', at)) return undefined;
    return this.#after(emptyComment, at) ?? this.#afterEndOfComment(at + '<!--'.length);
  }

  #afterEndOfComment(from: number): number | undefined {
    const end = this.#isLastCommentRead ? -1 : this.#text.indexOf('-->', from);
    this.#isLastCommentRead = end === -1;
    return end === -1 ? undefined : end + '-->'.length;
  }

  #tag(pattern: RegExp, at: number): Markup | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    const [, slash, name = ''] = found;
    return { end: pattern.lastIndex, tag: { name: name.toLowerCase(), closes: slash === '/' } };
  }

  #after(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }
}
