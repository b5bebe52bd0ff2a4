import type { FoldedText } from '../text/folded-text.js';
import { ambiguousNames, cueWords, englishWords, followingWords } from './ambiguous-names.js';
import type { Spelling } from './name-spellings.js';
import { isCapitalised, type TextWord } from './text-words.js';

/** A word of a text with its neighbours. */
export interface WordInText {
  readonly text: FoldedText;
  readonly words: readonly TextWord[];
  readonly index: number;
}

/** Whether a single word that is spelled like somebody's name is taken for the name; when in doubt it is. */
export function isName(place: WordInText, { alone }: Spelling): boolean {
  const { text, words, index } = place;
  const word = words[index];
  if (word === undefined) return false;
  if (alone === 'joined' || isWholeText(text, word)) return true;
  if (isCapitalised(text, word)) return !isVerbAtBeginning(place, word);
  if (isAfterCue(place, word)) return true;
  return alone === 'given' && word.lower.length > 3 && !ambiguousNames.has(word.lower);
}

/**
 * Whether a part of a joined word that is somebody's name and a word too is taken for the name: with a capital, at the end or before a
 * number ("HerrKoch", "Koch2024"), not in "WillPower" and "2Long". What is no part was judged with its neighbours.
 */
export function isNameInJoined({ lower, cased }: FoldedText, { start, end }: TextWord): boolean {
  const [before, after] = [lower.slice(Math.max(0, start - 2), start), lower.charAt(end)];
  if (!/[\p{L}\p{N}]$/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return false;
  if (!ambiguousNames.has(lower.slice(start, end))) return true;
  const first = cased.charAt(start);
  return first !== first.toLowerCase() && !/\p{L}/u.test(after) && !/(?:^|\P{N})\p{N}$/u.test(before);
}

/** A field that holds the name alone. */
function isWholeText({ lower }: FoldedText, { start, end }: TextWord): boolean {
  return lower.slice(0, start).trim() === '' && lower.slice(end).trim() === '';
}

/** "Will you …", "May I …": a sentence begins, and what follows follows no name. */
function isVerbAtBeginning({ text, words, index }: WordInText, word: TextWord): boolean {
  const next = words[index + 1];
  if (next === undefined || !englishWords.has(word.lower) || !followingWords.has(next.lower)) return false;
  const before = text.lower.slice(Math.max(0, word.start - 8), word.start);
  const isShouted =
    word.lower.length > 1 && text.cased.slice(word.start, word.end) !== capitalised(word.lower);
  return (
    !isShouted && text.lower.slice(word.end, next.start) === ' ' && /(?:^|[.!?:\n>•-])["'(\s>]*$/.test(before)
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isAfterCue({ text, words, index }: WordInText, word: TextWord): boolean {
  if (text.lower.charAt(word.start - 1) === '@') return true;
  const before = words[index - 1];
  return (
    before !== undefined &&
    cueWords.has(before.lower) &&
    /^[ .,]{1,2}$/.test(text.lower.slice(before.end, word.start))
  );
}

/** Words of one letter in the languages of Europe, which are no initials unless a dot follows. */
const oneLetterWords = /[aeiouwyz]/;

/** Whether a single letter is an initial of the name that it stands before or behind. */
export function isInitial(text: FoldedText, word: TextWord, isBehind: boolean): boolean {
  const [before, next] = [text.lower.charAt(word.start - 1), text.lower.charAt(word.end)];
  if (".'_".includes(next) || before === '.' || (before === '-' && next === '-')) return true;
  return isCapitalised(text, word) && !(isBehind && oneLetterWords.test(word.lower));
}

/** Whether several words that are spelled like a name are the name: not when all are words of their own, apart and in lower case. */
export function areName({ text, words, index }: WordInText, count: number): boolean {
  const found = words.slice(index, index + count);
  const between = text.lower.slice(found[0]?.end, found.at(-1)?.start);
  if (!/\s/.test(between)) return true;
  return found.some(
    (word) => isCapitalised(text, word) || (!ambiguousNames.has(word.lower) && word.lower.length > 1),
  );
}
