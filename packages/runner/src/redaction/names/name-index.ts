import { type KnownPerson, precedence, type Treatment } from '../people/known-person.js';
import type { Finding } from '../text/finding.js';
import type { FoldedText } from '../text/folded-text.js';
import type { Places } from '../quotes/quoted-parts.js';
import { hostNames } from './host-names.js';
import { isFormOf, nameForms, type NameForms } from './inflection.js';
import { areName, isInitial, isName, isNameInJoined, type WordInText } from './name-evidence.js';
import { spellingsOf, type Spelling } from './name-spellings.js';
import { wordsOfAddresses } from './organisations.js';
import { isCapitalised, isGap, isUnsegmented, textWords, wordsApart } from './text-words.js';

interface Entry {
  readonly spelling: Spelling;
  readonly forms: readonly NameForms[];
  readonly treatment: Treatment;
}

/** Finds people's names in texts, word by word. Its time grows with the text, not with the product of text and people. */
export class NameIndex {
  readonly #entries = new Map<string, Entry[]>();

  constructor(people: readonly KnownPerson[]) {
    const known = new Set<string>();
    for (const { names, identifiers, treatment } of [...people].sort(bySubjectFirst)) {
      const handles = wordsOfAddresses(identifiers);
      for (const name of names.filter((each) => !isUnsegmented(each))) {
        for (const spelling of spellingsOf(name, handles)) this.#add(spelling, treatment, known);
      }
    }
  }

  find(text: FoldedText): readonly Finding[] {
    if (this.#entries.size === 0) return [];
    const words = textWords(text);
    const hosts = hostNames(text.lower);
    const apart = wordsApart(text, words);
    return [
      ...this.#foundIn({ text, words }, hosts),
      ...this.#foundIn({ text, words: apart }, hosts, isNameInJoined),
    ];
  }

  #foundIn(
    { text, words }: Omit<WordInText, 'index'>,
    hosts: Places,
    isMeant: typeof isNameInJoined = () => true,
  ) {
    const findings: Finding[] = [];
    for (const [index, word] of words.entries()) {
      for (const entry of this.#entries.get(bucket(word.lower)) ?? []) {
        if (entry.forms.length === 1 && !isMeant(text, word)) continue;
        const finding = found({ text, words, index }, entry, hosts);
        if (finding !== undefined) findings.push(finding);
      }
    }
    return findings;
  }

  /** Whose name, in one word, a word is as a whole; in lower case. */
  ofHandle(word: string): Treatment | undefined {
    const entries = this.#entries.get(bucket(word)) ?? [];
    return entries.find(({ spelling: { alone, words } }) => alone === 'joined' && words[0] === word)
      ?.treatment;
  }

  /** Of two people with the same spelling, the first one has it: the data subject, then whoever is to be replaced. */
  #add(spelling: Spelling, treatment: Treatment, known: Set<string>): void {
    const [first] = spelling.words;
    const key = spelling.words.join(' ');
    if (first === undefined || known.has(key)) return;
    known.add(key);
    const entry = { spelling, forms: spelling.words.map(nameForms), treatment };
    for (const each of bucketsOf(entry.forms[0]))
      this.#entries.set(each, [...(this.#entries.get(each) ?? []), entry]);
  }
}

function bySubjectFirst(one: KnownPerson, other: KnownPerson): number {
  return precedence(other.treatment) - precedence(one.treatment);
}

const bucketLength = 2;

function bucket(word: string): string {
  return word.slice(0, bucketLength);
}

function bucketsOf(forms: NameForms | undefined): ReadonlySet<string> {
  return new Set(forms === undefined ? [] : [forms.word, ...forms.stems].map(bucket));
}

/** Within the name of a host, a single name is the host's own. */
function found(place: WordInText, { spelling, forms, treatment }: Entry, hosts: Places): Finding | undefined {
  const { text, words, index } = place;
  const count = wordsOfName(place, forms);
  const [first, last] = [words[index], words[index + (count ?? 0) - 1]];
  if (count === undefined || first === undefined || last === undefined) return undefined;
  if (forms.length === 1 && spelling.alone !== 'joined' && hosts.has(first.start)) return undefined;
  const isMeant = forms.length === 1 ? isName(place, spelling) : areName(place, count);
  return isMeant ? { start: first.start, end: last.end + digitsAt(text, last.end), treatment } : undefined;
}

/** How many digits are joined to a name, which are part of a handle and would become part of a label. */
function digitsAt({ lower }: FoldedText, at: number): number {
  return /^\p{N}*/u.exec(lower.slice(at, at + longestNumber))?.[0].length ?? 0;
}

const longestNumber = 20;

/** How many words of the text are the name: one more where people put a middle initial, as in "Wolf K. Müller". */
function wordsOfName(place: WordInText, forms: readonly NameForms[]): number | undefined {
  const [first, ...rest] = forms;
  if (first === undefined || !isWordOfName(place, first, 0)) return undefined;
  if (rest.every((form, offset) => isWordOfName(place, form, offset + 1))) return forms.length;
  const isWhole = forms.every(({ word }) => word.length > 1);
  if (!isWhole || rest.length === 0 || !isMiddleInitial(place)) return undefined;
  return rest.every((form, offset) => isWordOfName(place, form, offset + 2)) ? forms.length + 1 : undefined;
}

function isMiddleInitial({ text, words, index }: WordInText): boolean {
  const [before, word] = [words[index], words[index + 1]];
  if (word?.lower.length !== 1 || !isCapitalised(text, word)) return false;
  return text.lower.charAt(word.end) === '.' && isGap(text.lower.slice(before?.end, word.start));
}

function isWordOfName({ text, words, index }: WordInText, form: NameForms, offset: number): boolean {
  const [before, word] = [words[index + offset - 1], words[index + offset]];
  if (word === undefined || !isFormOf(word.lower, form)) return false;
  if (offset > 0 && !isGap(text.lower.slice(before?.end, word.start))) return false;
  return form.word.length > 1 || isInitial(text, word, offset > 0);
}
