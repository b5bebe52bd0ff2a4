import { cyrillicFull, cyrillicStem, cyrillicStems } from './cyrillic.js';
import { isHangul, isHangulForm } from './hangul.js';

/**
 * Endings that a name takes: genitives of English and German, cases of Slavic languages, folded. `full` ones
 * follow the whole name, `stem` ones the name without its last vowel or with its fleeting e gone (Marek, Markiem).
 */
const full: ReadonlySet<string> = new Set([
  ...cyrillicFull,
  ...'s es n en ns ens e er em a i y u o ie iego iemu owi owie om ow ami ach ego emu ej iem im ym ka kiem sche schen'.split(
    ' ',
  ),
]);
const stem: ReadonlySet<string> = new Set([
  ...cyrillicStem,
  ...'a e i y o u ie iego iemu ii ia ie io iu em iem ego emu ej owi ow om ami ach im ym iej ich ych imi ymi iowi iami ei es s as n en'.split(
    ' ',
  ),
]);
const longestEnding = 4;
const shortestInflected = 3;

/** The forms that the words of a text are compared with: a name's folded word, whole and as stems. */
export interface NameForms {
  readonly word: string;
  readonly stems: readonly string[];
}

export function nameForms(word: string): NameForms {
  if (word.length < shortestInflected + 1) return { word, stems: [] };
  const withoutVowel = /^(.+)[aeiouy]$/.exec(word)?.[1];
  return {
    word,
    stems: [
      ...(withoutVowel === undefined ? [] : [withoutVowel]),
      ...softened(withoutVowel ?? word),
      ...cyrillicStems(word),
    ],
  };
}

/** How the end of a name changes before an ending: Marek and Markiem, Agnieszka and Agnieszce, Golab and Golebiem. */
const softenings: readonly (readonly [RegExp, string])[] = [
  [/i?e([bcdhklmnrstwz])$/, '$1'],
  [/a([bcdz])$/, 'e$1'],
  [/k$/, 'c'],
  [/g$/, 'dz'],
  [/r$/, 'rz'],
  [/t$/, 'c'],
  [/d$/, 'dz'],
  [/ch$/, 'sz'],
  [/st$/, 'sc'],
];

function softened(word: string): readonly string[] {
  return softenings
    .filter(([ending]) => ending.test(word))
    .map(([ending, soft]) => word.replace(ending, soft));
}

/** Whether a word of a text, folded and in lower case, is the name in one of its forms. */
export function isFormOf(text: string, { word, stems }: NameForms): boolean {
  if (text === word) return true;
  if (isHangul(word)) return isHangulForm(text, word);
  if (word.length < shortestInflected || text.length > word.length + longestEnding) return false;
  if (text.startsWith(word)) return full.has(text.slice(word.length));
  return stems.some((each) => text.startsWith(each) && stem.has(text.slice(each.length)));
}
