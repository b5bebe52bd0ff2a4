import { type DecodedText, startOf } from './decoding/decoded-text.js';
import { addCharacter } from './fold-text.js';
import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';

/** Folds a text as a reader sees it whose program takes away tags and comments. */
export function foldMarkup(layer: DecodedText): FoldedText {
  const builder = new FoldedTextBuilder(layer);
  const comments = new CommentEnds(layer.text);
  for (let at = 0; at < layer.text.length;) {
    const after = layer.text.charAt(at) === '<' ? afterTag(layer, at, builder, comments) : undefined;
    at = after ?? addCharacter(layer, at, builder);
  }
  return builder.build();
}

/** An address in angle brackets is no tag. Nothing here reads past the next angle bracket. */
const tagPattern = /<\/?([A-Za-z][A-Za-z0-9:-]*)(?:[\s/][^<>]*)?>/y;
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|code|em|font|i|ins|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;
const cell = /^t[dh]$/;

/** The place after the tag or comment that begins here; undefined when none does. */
function afterTag(
  layer: DecodedText,
  at: number,
  builder: FoldedTextBuilder,
  comments: CommentEnds,
): number | undefined {
  const { text } = layer;
  if (text.startsWith('<!--', at)) return comments.after(at);
  tagPattern.lastIndex = at;
  const found = tagPattern.exec(text);
  if (found === null) return undefined;
  const name = (found[1] ?? '').toLowerCase();
  // Where an element begins a line or a cell, a reader sees two words.
  if (!inline.test(name)) {
    const place = startOf(layer, at);
    builder.add(cell.test(name) ? ' ' : '\n', place, place);
  }
  if (name === 'blockquote') builder.nest(text.charAt(at + 1) === '/' ? -1 : 1);
  return at + found[0].length;
}

/** Where comments end; remembers that there is no further end, so that many beginnings are read once. */
class CommentEnds {
  readonly #text: string;
  #none = false;

  constructor(text: string) {
    this.#text = text;
  }

  after(at: number): number | undefined {
    const end = this.#none ? -1 : this.#text.indexOf('-->', at + 4);
    this.#none = end === -1;
    return end === -1 ? undefined : end + 3;
  }
}
