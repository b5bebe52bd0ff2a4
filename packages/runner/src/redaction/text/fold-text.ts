import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';

const ascii = /^[\x00-\x7F]*$/;
const quotedLine = /^ {0,3}>/m;

/** Folds a text as it stands. */
export function foldText(raw: string): FoldedText {
  if (ascii.test(raw) && !quotedLine.test(raw))
    return { raw, cased: raw, lower: raw.toLowerCase(), quoted: [] };
  const builder = new FoldedTextBuilder(raw);
  for (let at = 0; at < raw.length;) {
    const character = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    builder.add(character, at, at + character.length);
    at += character.length;
  }
  return builder.build();
}

/** A name or another short text, folded, in lower case. */
export function foldedWord(text: string): string {
  return foldText(text).lower;
}
