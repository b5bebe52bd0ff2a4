import { type DecodedText, endOf, startOf } from './decoding/decoded-text.js';
import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';

const ascii = /^[\x00-\x7F]*$/;
const quotedLine = /^ {0,3}>/m;

/** Folds a text as it stands, whatever tags it has. */
export function foldText(layer: DecodedText): FoldedText {
  const { raw, text, starts } = layer;
  if (starts === undefined && ascii.test(raw) && !quotedLine.test(raw))
    return { raw, cased: raw, lower: raw.toLowerCase(), quoted: [] };
  const builder = new FoldedTextBuilder(layer);
  for (let at = 0; at < text.length;) at = addCharacter(layer, at, builder);
  return builder.build();
}

/** Adds the character at a place of a text, and returns the place after it. */
export function addCharacter(layer: DecodedText, at: number, builder: FoldedTextBuilder): number {
  const character = String.fromCodePoint(layer.text.codePointAt(at) ?? 0);
  const after = at + character.length;
  builder.add(character, startOf(layer, at), endOf(layer, after - 1));
  return after;
}

/** A name or another short text, folded, in lower case. */
export function foldedWord(text: string): string {
  return foldText({ raw: text, text }).lower;
}
