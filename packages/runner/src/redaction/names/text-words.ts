import type { FoldedText } from '../text/folded-text.js';

/** A word of a folded text, in a script that separates words. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
}

const unsegmented = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}`;
const word = new RegExp(`(?:(?![${unsegmented}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const withoutSpaces = new RegExp(`[${unsegmented}]`, 'u');

/** Whether a name is written in a script without spaces between words. */
export function isUnsegmented(name: string): boolean {
  return withoutSpaces.test(name);
}

export function textWords({ lower }: FoldedText): readonly TextWord[] {
  return [...lower.matchAll(word)].map(({ 0: found, index }) => {
    return { start: index, end: index + found.length, lower: found };
  });
}

const joined = /\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u;
const part = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** The words of a text with those taken apart that are joined, such as the four of "scanAnnaKowalska2024"; empty where none is. */
export function wordsApart(text: FoldedText, words: readonly TextWord[]): readonly TextWord[] {
  const isJoined = ({ start, end }: TextWord) => joined.test(text.cased.slice(start, end));
  if (!joined.test(text.cased) || !words.some(isJoined)) return [];
  return words.flatMap((each) => (isJoined(each) ? partsOf(text, each) : [each]));
}

function partsOf({ cased, lower }: FoldedText, { start, end }: TextWord): readonly TextWord[] {
  return [...cased.slice(start, end).matchAll(part)].map(({ 0: found, index }) => {
    const at = start + index;
    return { start: at, end: at + found.length, lower: lower.slice(at, at + found.length) };
  });
}

/** What may stand between the words of one name, also where a line of a quotation ends within it. */
const gap = /^[\s,.\-_'+>|*·]{0,8}$/;

export function isGap(text: string): boolean {
  return gap.test(text);
}

/** Whether a word is written with a capital, or in a script that has none. */
export function isCapitalised({ cased }: FoldedText, { start }: TextWord): boolean {
  const first = cased.charAt(start);
  return first !== first.toLowerCase() || first === first.toUpperCase();
}
