import { type DecodedText, startOf } from './decoding/decoded-text.js';
import { addCharacter } from './fold-text.js';
import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';
import { MarkupReader, type Tag } from './markup-reader.js';

/** Folds a text as a reader sees it whose program takes away tags, comments and declarations. */
export function foldMarkup(layer: DecodedText): FoldedText {
  const builder = new FoldedTextBuilder(layer);
  const markup = new MarkupReader(layer.text);
  for (let at = 0; at < layer.text.length;) {
    const found = markup.at(at);
    if (found?.tag !== undefined) addBoundary(found.tag, startOf(layer, at), builder);
    at = found?.end ?? addCharacter(layer, at, builder);
  }
  return builder.build();
}

const inline =
  /^(?:a|abbr|b|bdi|bdo|big|code|em|font|i|ins|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;
const cell = /^t[dh]$/;

/** Where an element begins a line or a cell, a reader sees two words. */
function addBoundary({ name, closes }: Tag, place: number, builder: FoldedTextBuilder): void {
  if (!inline.test(name)) builder.add(cell.test(name) ? ' ' : '\n', place, place);
  if (name === 'blockquote') builder.nest(closes ? -1 : 1);
}
