import type { KnownPerson, Treatment } from '../people/known-person.js';
import type { Finding } from '../text/finding.js';
import { foldedWord } from '../text/fold-text.js';
import type { FoldedText } from '../text/folded-text.js';
import { isUnsegmented } from './text-words.js';

interface Entry {
  readonly characters: string;
  readonly treatment: Treatment;
}

/** What follows a name of one character, which would else be found within words. */
const honorific = /^ ?(?:さん|様|さま|氏|くん|君|ちゃん|先生)/u;
const honorificFolded = new RegExp(honorific.source.normalize('NFKD'), 'u');

/** Finds names in scripts without spaces between words, such as Japanese, wherever their characters stand. */
export class UnsegmentedIndex {
  readonly #entries = new Map<string, Entry[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const { names, treatment } of people) {
      for (const name of names.filter(isUnsegmented)) {
        for (const characters of spellings(name)) this.#add({ characters, treatment });
      }
    }
  }

  find({ lower }: FoldedText): readonly Finding[] {
    const findings: Finding[] = [];
    for (let at = 0; this.#entries.size > 0 && at < lower.length; at += 1) {
      for (const { characters, treatment } of this.#entries.get(lower.charAt(at)) ?? []) {
        const end = at + characters.length;
        if (lower.startsWith(characters, at) && isMeant(lower, at, end))
          findings.push({ start: at, end, treatment });
      }
    }
    return findings;
  }

  #add(entry: Entry): void {
    const first = entry.characters.charAt(0);
    this.#entries.set(first, [...(this.#entries.get(first) ?? []), entry]);
  }
}

function isMeant(lower: string, start: number, end: number): boolean {
  return end - start > 1 || lower.length === 1 || honorificFolded.test(lower.slice(end, end + 8));
}

/** With and without a space, in both orders, and each part alone. */
function spellings(name: string): ReadonlySet<string> {
  const parts = foldedWord(name)
    .split(/[\s,.]+/)
    .filter((part) => part !== '');
  const reversed = [...parts].reverse();
  return new Set(
    [parts.join(' '), parts.join(''), reversed.join(' '), reversed.join(''), ...parts].filter(
      (each) => each !== '',
    ),
  );
}
