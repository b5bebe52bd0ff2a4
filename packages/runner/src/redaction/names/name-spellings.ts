import { foldedWord } from '../text/fold-text.js';
import { isHangul } from './hangul.js';
import { partsOf } from './organisations.js';
import { roleWords } from './role-words.js';

/** What is known of one way to write a name: its words in their order, folded. */
export interface Spelling {
  readonly words: readonly string[];
  /** The rank of a word that stands alone; undefined for several words. */
  readonly alone?: 'given' | 'family' | 'joined';
}

const wordPattern = /[\p{L}\p{N}]+/gu;
const mostWords = 20;
/** Nobody turns the words of longer names around. */
const mostTurned = 6;

/** A name in its words, folded: "O'Brien" has two. */
export function wordsOf(name: string): readonly string[] {
  return [...foldedWord(name).matchAll(wordPattern)].map(([word]) => word).slice(0, mostWords);
}

/**
 * The ways in which people write a name that is kept in scripts with spaces.
 * @param handles Words of the person's e-mail addresses.
 */
export function spellingsOf(name: string, handles: ReadonlySet<string> = new Set()): readonly Spelling[] {
  const { people, organisations } = partsOf(name, handles);
  const all = [
    ...people
      .flatMap(variants)
      .flatMap((variant) => [...severalWords(wordsOf(variant)), ...singleWords(variant)]),
    ...[name, ...organisations].flatMap(variants).flatMap(wholeOf),
  ];
  return [
    ...new Map(
      all.map((spelling) => [`${spelling.alone ?? ''} ${spelling.words.join(' ')}`, spelling]),
    ).values(),
  ];
}

/** A name that counts only with all its words, apart or joined. */
function wholeOf(name: string): readonly Spelling[] {
  const words = wordsOf(name);
  if (words.length < 2 || !namesSomebody(words)) return [];
  return [{ words }, { words: [words.join('')], alone: 'joined' }];
}

/** Umlauts are written as two letters where there is no key for them, and the other way round. */
function variants(name: string): readonly string[] {
  const composed = name.normalize('NFC');
  const long = composed.replace(/[äöüåæøÄÖÜÅÆØ]/g, (letter) => twoLetters[letter.toLowerCase()] ?? letter);
  const short = composed.replace(/(?<=[a-z])(ae|oe|ue)/gi, (pair) => pair.charAt(0));
  return [...new Set([name, long, short])];
}

const twoLetters: { readonly [letter: string]: string } = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
};

function severalWords(words: readonly string[]): readonly Spelling[] {
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || first === undefined || last === undefined) return [];
  const rest = words.slice(0, -1);
  const orders = [
    ...(words.length > mostTurned ? [words] : rotations(words)),
    ...tails(words),
    ...withoutParticles([[first, last], [last, first], ...pairs(words)]),
  ];
  const short = [
    [first.charAt(0), last],
    [first.charAt(0), ...words.slice(1)],
    [last, first.charAt(0)],
    [first, last.charAt(0)],
    [...rest.map((word) => word.charAt(0)), last],
  ];
  return [...orders, ...short].filter(namesSomebody).map((each) => ({ words: each }));
}

/** "Anna de Vries" and "de Vries, Anna"; a particle at the end would be taken from the sentence that follows. */
function rotations(words: readonly string[]): readonly (readonly string[])[] {
  const turned = words.map((_, index) => [...words.slice(index), ...words.slice(0, index)]);
  return turned.filter((each) => !roleWords.has(each.at(-1) ?? ''));
}

/** A family name with its particles. */
function tails(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(1, -1).map((_, index) => words.slice(index + 1));
}

/** Neighbours, e.g. of a double name. */
function pairs(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(1).map((word, index) => [words[index] ?? '', word]);
}

/** A particle is nobody's without what follows it. */
function withoutParticles(spellings: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return spellings.filter((words) => !words.some((word) => roleWords.has(word)));
}

function namesSomebody(words: readonly string[]): boolean {
  return words.some((word) => word.length > 1 && !roleWords.has(word));
}

function singleWords(name: string): readonly Spelling[] {
  const words = wordsOf(name);
  const isReversed = name.includes(',');
  const alone = words.flatMap((word, index): readonly Spelling[] => {
    if (word.length < 2 || roleWords.has(word) || /^\d+$/.test(word)) return [];
    const isFamily = words.length > 1 && index === (isReversed ? 0 : words.length - 1);
    return [{ words: [word], alone: isFamily ? 'family' : 'given' }];
  });
  return [...alone, ...joinedWords(words)];
}

/** As in handles: annalindqvist, alindqvist; and double names without their hyphen. */
function joinedWords(words: readonly string[]): readonly Spelling[] {
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || first === undefined || last === undefined) return [];
  const joined = [
    first + last,
    last + first,
    first.charAt(0) + last,
    ...pairs(words).map((pair) => pair.join('')),
  ];
  const long = joined.filter(
    (word) => (word.length > 5 || (isHangul(word) && word.length > 2)) && namesSomebody([word]),
  );
  return long.map((word) => ({ words: [word], alone: 'joined' }));
}
