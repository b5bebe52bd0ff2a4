import { ContactIndex } from './contacts/contact-index.js';
import { NameIndex } from './names/name-index.js';
import { UnsegmentedIndex } from './names/unsegmented-index.js';
import type { KnownPerson, Replacement, Treatment } from './people/known-person.js';
import { findQuotedNames } from './quotes/find-quoted-names.js';
import { Places, quotedParts } from './quotes/quoted-parts.js';
import type { ReplacementReason } from './record-redaction.js';
import { decide, type Finding, isReplaceable, type ReplaceableFinding } from './text/finding.js';
import { type FoldedText, rawEnd, rawStart, type TextRange } from './text/folded-text.js';
import { withWholesOpened } from './text/open-wholes.js';
import { readingsOf } from './text/readings.js';
import { replaceFindings } from './text/replace-findings.js';

/** How texts of a record are read. */
export interface ReadingText {
  /** Where contact data of people whom nobody names is replaced: in all of it, or in what it quotes. */
  readonly unknown: 'everywhere' | 'quoted';
  /** Gets the reason of each replacement. */
  readonly onReplaced: (reason: ReplacementReason) => void;
}

const unknownName: Treatment = { label: '[name]', reason: 'unknown_person' };
const prose = /\p{L}\s+\S|\s\p{L}|\n/u;

/** Replaces in texts what names the people of one thread. Its time grows with the text only. */
export class TextRedactor {
  readonly #names: NameIndex;
  readonly #unsegmented: UnsegmentedIndex;
  readonly #contacts: ContactIndex;

  constructor(people: readonly KnownPerson[]) {
    this.#names = new NameIndex(people);
    this.#unsegmented = new UnsegmentedIndex(people);
    this.#contacts = new ContactIndex(people);
  }

  /** A text as it may be handed over, with nobody left in any of the ways to read it. */
  redact(text: string, reading: ReadingText): string {
    let redacted = text;
    for (const read of readingsOf(text)) {
      const folded = read(redacted);
      if (folded === undefined) continue;
      const findings = this.#replaceable(folded, reading);
      const opened = withWholesOpened(folded, findings);
      if (opened !== undefined) return this.redact(opened, reading);
      redacted = replaceFindings(folded, findings, ({ reason }) => {
        reading.onReplaced(reason);
      });
    }
    return redacted;
  }

  /** The label of whom a value names as a whole by a vendor's id. */
  labelOfId(value: string): Replacement | undefined {
    return labelled(this.#contacts.ofId(value));
  }

  /** What is done with whom a value names as a whole, as a reader sees it: by an id, a name or contact data. */
  ofWhole(value: string): Treatment | undefined {
    const [start, end] = [value.search(/\S/), value.trimEnd().length];
    const text = readingsOf(value)[0]?.(value);
    return (
      this.#contacts.ofId(value) ??
      this.#known(text).find(
        (each) => text && rawStart(text, each.start) <= start && rawEnd(text, each.end) >= end,
      )?.treatment
    );
  }

  /** What is done with everybody whom a value names, anywhere in it and in any way to read it. */
  within(value: string): readonly Treatment[] {
    const known = readingsOf(value).flatMap((read) => this.#known(read(value)));
    const byId = this.#contacts.ofId(value);
    return [...(byId === undefined ? [] : [byId]), ...known.map(({ treatment }) => treatment)];
  }

  /** The label of whose name in one word a value is as a whole, such as "annalindqvist". */
  labelOfHandle(value: string): Replacement | undefined {
    return labelled(this.#names.ofHandle(value));
  }

  #known(text: FoldedText | undefined): readonly Finding[] {
    if (text === undefined) return [];
    const nobody = { covers: { has: () => false }, isProse: false };
    const names = [...this.#names.find(text), ...this.#unsegmented.find(text)];
    return decide([...names, ...this.#contacts.find(text, nobody)]);
  }

  #replaceable(text: FoldedText, reading: ReadingText): readonly ReplaceableFinding[] {
    const quoted = new Places(quotedParts(text));
    const covered = reading.unknown === 'everywhere' ? everywhere : quoted;
    const unknowns = { covers: covered, isProse: prose.test(text.lower) };
    const known = [
      ...this.#names.find(text),
      ...this.#unsegmented.find(text),
      ...this.#contacts.find(text, unknowns),
    ];
    return decide([...known, ...strangers(text, covered, known)]).filter(isReplaceable);
  }
}

function labelled(treatment: Treatment | undefined): Replacement | undefined {
  return treatment !== undefined && 'label' in treatment ? treatment : undefined;
}

const everywhere = { has: () => true };

/** Names that nobody has whom we know, or not as a whole, where they stand as names of others. */
function strangers(
  text: FoldedText,
  covered: Pick<Places, 'has'>,
  known: readonly Finding[],
): readonly Finding[] {
  const sorted = [...known].sort((one, other) => one.start - other.start);
  const kept = new Places(sorted.filter(({ treatment }) => !('label' in treatment)));
  const taken = new Places(sorted);
  return findQuotedNames(text, covered)
    .filter((range) => !kept.meets(range) && hasWordBeside(text, range, taken))
    .map((range) => ({ ...range, treatment: unknownName }));
}

/** Whether a name has a word with a capital that no known person has: "Anna Stranger", where somebody else is called Anna. */
function hasWordBeside({ cased }: FoldedText, { start, end }: TextRange, taken: Places): boolean {
  const name = cased.slice(start, end);
  if (!taken.meets({ start, end })) return true;
  return [...name.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)].some(({ 0: word, index }) => {
    const at = start + index;
    return !taken.meets({ start: at, end: at + word.length });
  });
}
