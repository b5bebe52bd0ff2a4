import { entityText } from './entity.js';
import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';

/** Whether a text may hold more than it shows: tags, entities, or characters escaped for URLs or JSON. */
export function mayHoldMarkup(raw: string): boolean {
  return /[<&%\\]/.test(raw);
}

/** Whether there may be tags that hold encoded characters, e.g. a link with an address. */
export function mayHoldEncodedTags(raw: string): boolean {
  return raw.includes('<') && /[&%\\]/.test(raw);
}

/** Folds a text as a reader sees it whose program takes away tags and decodes entities, `%41` and `\u0041`. */
export function foldMarkup(raw: string): FoldedText {
  return folded(raw, new CommentEnds(raw));
}

/** The same with its tags, comments and their attributes, decoded. */
export function foldEncoded(raw: string): FoldedText {
  return folded(raw, undefined);
}

function folded(raw: string, comments: CommentEnds | undefined): FoldedText {
  const builder = new FoldedTextBuilder(raw);
  for (let at = 0; at < raw.length;) {
    const character = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    at = special(character, raw, at, builder, comments) ?? plain(character, at, builder);
  }
  return builder.build();
}

function plain(character: string, at: number, builder: FoldedTextBuilder): number {
  builder.add(character, at, at + character.length);
  return at + character.length;
}

/** The place after what begins here; undefined when it is a character like any other. */
function special(
  character: string,
  raw: string,
  at: number,
  builder: FoldedTextBuilder,
  comments: CommentEnds | undefined,
): number | undefined {
  if (character === '<') return comments && tag(raw, at, builder, comments);
  if (character === '&') return entity(raw, at, builder);
  if (character === '%') return percentEncoded(raw, at, builder);
  return character === '\\' ? escaped(raw, at, builder) : undefined;
}

/** An address in angle brackets is no tag. Nothing here reads past the next angle bracket. */
const tagPattern = /<\/?([A-Za-z][A-Za-z0-9:-]*)(?:[\s/][^<>]*)?>/y;
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|code|em|font|i|ins|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;
const cell = /^t[dh]$/;

function tag(raw: string, at: number, builder: FoldedTextBuilder, comments: CommentEnds): number | undefined {
  if (raw.startsWith('<!--', at)) return comments.after(at);
  tagPattern.lastIndex = at;
  const found = tagPattern.exec(raw);
  if (found === null) return undefined;
  const name = (found[1] ?? '').toLowerCase();
  // Where an element begins a line or a cell, a reader sees two words.
  if (!inline.test(name)) builder.add(cell.test(name) ? ' ' : '\n', at, at);
  if (name === 'blockquote') builder.nest(raw.charAt(at + 1) === '/' ? -1 : 1);
  return at + found[0].length;
}

/** Where comments end; remembers that there is no further end, so that many beginnings are read once. */
class CommentEnds {
  readonly #raw: string;
  #none = false;

  constructor(raw: string) {
    this.#raw = raw;
  }

  after(at: number): number | undefined {
    const end = this.#none ? -1 : this.#raw.indexOf('-->', at + 4);
    this.#none = end === -1;
    return end === -1 ? undefined : end + 3;
  }
}

const entityPattern = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,15});?/y;
/** Of a text that was encoded over and over, e.g. `&amp;#64;`. */
const nestedEntityPattern = /&(?:amp;){1,8}(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,15});/y;

function entity(raw: string, at: number, builder: FoldedTextBuilder): number | undefined {
  return entityOf(nestedEntityPattern, raw, at, builder) ?? entityOf(entityPattern, raw, at, builder);
}

function entityOf(pattern: RegExp, raw: string, at: number, builder: FoldedTextBuilder): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(raw);
  const text = entityText(found?.[1] ?? '');
  if (found === null || text === undefined) return undefined;
  const end = at + found[0].length;
  builder.add(text, at, end);
  return end;
}

const percentPattern = /(?:%[0-9a-fA-F]{2}){1,64}/y;
/** Of a URL that was encoded over and over, e.g. `%2540`. */
const nestedPercentPattern = /(?:%(?:25){0,8}[0-9a-fA-F]{2}){1,64}/y;

function percentEncoded(raw: string, at: number, builder: FoldedTextBuilder): number | undefined {
  return bytesOf(nestedPercentPattern, raw, at, builder) ?? bytesOf(percentPattern, raw, at, builder);
}

/** A byte takes three characters or more, a character of UTF-8 as many bytes as it has. */
function bytesOf(pattern: RegExp, raw: string, at: number, builder: FoldedTextBuilder): number | undefined {
  pattern.lastIndex = at;
  const bytes = pattern.exec(raw)?.[0].match(/%[^%]*/g) ?? [];
  const decoded = decodedOrUndefined(bytes.map((byte) => `%${byte.slice(-2)}`).join(''));
  if (bytes.length === 0 || decoded === undefined) return undefined;
  let [start, index] = [at, 0];
  for (const character of decoded) {
    const own = bytes.slice(index, index + Buffer.byteLength(character));
    const end = start + own.join('').length;
    builder.add(character, start, end);
    [start, index] = [end, index + own.length];
  }
  return start;
}

function decodedOrUndefined(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch {
    return undefined;
  }
}

const escapePattern = /\\(?:u([0-9a-fA-F]{4})|([nrtbf"/\\]))/y;

function escaped(raw: string, at: number, builder: FoldedTextBuilder): number | undefined {
  escapePattern.lastIndex = at;
  const found = escapePattern.exec(raw);
  if (found === null) return undefined;
  const [whole, code, letter = ''] = found;
  const shown = /["/\\]/.test(letter) ? letter : ' ';
  builder.add(
    code === undefined ? shown : String.fromCharCode(Number.parseInt(code, 16)),
    at,
    at + whole.length,
  );
  return at + whole.length;
}
