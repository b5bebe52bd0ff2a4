import type { Random } from '../simulator/random.js';
import type { CastMember } from './cast.js';
import { folded, unaccented, visible } from './fold.js';
import type { Secret } from './identifier.js';
import type { NameCase, NameForms } from './languages/phrasebook.js';

/** A spelling of a name: the whole text, and its parts, first and last name, as they are spelled in it. */
interface NameSpelling {
  readonly surface: string;
  readonly first: string;
  readonly last: string;
}

const ZERO_WIDTH_SPACE = '\u200B';
const SOFT_HYPHEN = '\u00AD';
const NO_BREAK_SPACE = '\u00A0';

const joined = (first: string, last: string, space = ' '): NameSpelling => ({
  surface: `${first}${space}${last}`,
  first,
  last,
});
const both = (change: (text: string) => string) => (first: string, last: string) =>
  joined(change(first), change(last));
const within = (character: string) => both((text) => `${text.slice(0, 2)}${character}${text.slice(2)}`);

/** How people write somebody's whole name. */
const SPELLINGS: readonly ((first: string, last: string) => NameSpelling)[] = [
  joined,
  (first, last) => ({ surface: `${last}, ${first}`, first, last }),
  both((text) => text.toUpperCase()),
  (first, last) => ({ surface: `${last} ${first}`, first, last }),
  (first, last) => ({ surface: `${first.slice(0, 1)}. ${last}`, first: '', last }),
  (first, last) => ({ surface: `${first} ${last.slice(0, 1)}.`, first, last: '' }),
  both(unaccented),
  (first, last) => joined(first, last.toLowerCase()),
  both(transliterated),
  both((text) => text.normalize('NFD')),
  within(ZERO_WIDTH_SPACE),
  within(SOFT_HYPHEN),
  (first, last) => joined(first, last, NO_BREAK_SPACE),
];

/** Without umlauts, as German writes them where it has only ASCII. */
function transliterated(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    Ä: 'Ae',
    Ö: 'Oe',
    Ü: 'Ue',
    ß: 'ss',
  };
  return text.replace(/[äöüÄÖÜß]/g, (letter) => letters[letter] ?? letter);
}

/** Any spelling of the whole name. */
export function anySpelling({ first, last }: CastMember, random: Random): NameSpelling {
  return random.pick(SPELLINGS)(first.nominative, last.nominative);
}

/** The whole name in a case. */
export function wholeName({ first, last }: CastMember, nameCase: NameCase): NameSpelling {
  return joined(inCase(first, nameCase), inCase(last, nameCase));
}

export function inCase(name: NameForms, nameCase: NameCase): string {
  return name[nameCase] ?? name.nominative;
}

/** What of a spelled name gives the person away: every word of it that the data subject's own name does not have. */
export function secretsOf(
  { first, last }: Pick<NameSpelling, 'first' | 'last'>,
  member: CastMember,
  subject: CastMember,
): readonly Secret[] {
  const shared = member.last.nominative === subject.last.nominative;
  return [
    ...wordsOf(first, member.first).map((word) => secretOf(word, member.first)),
    ...(shared ? [] : wordsOf(last, member.last).map((word) => secretOf(word, member.last))),
  ];
}

function secretOf(word: string, { common = false }: NameForms): Secret {
  return common ? { kind: 'word', value: unaccented(word) } : { kind: 'letters', value: folded(word) };
}

/** Words that say who somebody is: not the particles of a name, nor what is left before or after an apostrophe. */
function wordsOf(spelled: string, { nominative }: NameForms): readonly string[] {
  const particles = split(nominative).filter((word) => /^\p{Ll}/u.test(word));
  return split(spelled).filter((word) => word.length > 2 && !particles.includes(word.toLowerCase()));
}

function split(text: string): readonly string[] {
  return visible(text)
    .normalize('NFC')
    .split(/[^\p{L}]+/u);
}
