import type { Person } from '@privacy-connectors/core';
import type { PackageRecord } from '../package/package-source.js';
import { RecentlyUsed } from '../vault/recently-used.js';
import { provingKeys } from './people/identity.js';
import type { KnownPerson } from './people/known-person.js';
import type { LabelBook } from './people/label-book.js';
import { isReplaced, type RedactionPolicy } from './policy.js';
import type { ReplacementReason } from './record-redaction.js';
import { TextRedactor } from './text-redactor.js';
import type { Thread, Threads } from './threads.js';

const remembered = 64;

/** How the data subject is known to the request, without a name. */
export type SubjectIdentifiers = Person['identifiers'];

/** What people are told apart with. */
export interface RedactorParts {
  readonly connection: string;
  readonly policy: RedactionPolicy;
  readonly labels: LabelBook;
  /** Of the request. */
  readonly subject: SubjectIdentifiers;
}

/** Whom the labels of a thread stand for. */
export interface LabelledThread {
  readonly place: Thread['place'];
  readonly labels: readonly { readonly label: string; readonly names: readonly string[] }[];
}

/** Makes the redactor of each thread, from the people of all its records. */
export class ThreadRedactors {
  readonly #threads: Threads;
  readonly #parts: RedactorParts;
  readonly #redactors = new RecentlyUsed<TextRedactor>(remembered);

  constructor(threads: Threads, parts: RedactorParts) {
    this.#threads = threads;
    this.#parts = parts;
  }

  /** The thread of a record, and whom its labels stand for. */
  async labelled(record: PackageRecord): Promise<LabelledThread> {
    const { place, people } = await this.#threads.of(record);
    const names = new Map<string, Set<string>>();
    for (const { names: spellings, identifiers, treatment } of this.#knownPeople(people)) {
      if (!('label' in treatment)) continue;
      const known = names.get(treatment.label) ?? new Set();
      for (const each of [...spellings, ...identifiers.map(({ value }) => value)]) known.add(each);
      names.set(treatment.label, known);
    }
    return { place, labels: [...names].map(([label, known]) => ({ label, names: [...known] })) };
  }

  async of(record: PackageRecord): Promise<TextRedactor> {
    const thread = await this.#threads.of(record);
    const key = JSON.stringify([thread.place.resource, thread.place.id]);
    const known = this.#redactors.get(key);
    if (known !== undefined) return known;
    const made = this.#make(thread);
    this.#redactors.set(key, made);
    return made;
  }

  #make({ people }: Thread): TextRedactor {
    return new TextRedactor(this.#knownPeople(people));
  }

  #knownPeople(people: Thread['people']): readonly KnownPerson[] {
    const { subject, connection } = this.#parts;
    const own = new Set(provingKeys({ kind: 'subject', identifiers: subject }, connection));
    const isOwn = (person: Person): boolean =>
      person.kind === 'subject' || provingKeys(person, connection).some((key) => own.has(key));
    for (const person of people.filter(isOwn))
      for (const key of provingKeys(person, connection)) own.add(key);
    const self: KnownPerson = { names: [], identifiers: subject, treatment: { keep: 'subject' } };
    // Who is told by an identifier comes first: a name alone then means the same person.
    const identified = [...people].sort((one, other) => other.identifiers.length - one.identifiers.length);
    return [self, ...identified.map((person) => this.#known(person, isOwn(person)))];
  }

  #known(person: Person, isOwn: boolean): KnownPerson {
    const { names, identifiers, kind } = person;
    const { policy, labels, connection } = this.#parts;
    if (isOwn || kind === 'subject') return { names, identifiers, treatment: { keep: 'subject' } };
    if (!isReplaced(kind, policy)) return { names, identifiers, treatment: { keep: 'policy' } };
    const reason: ReplacementReason = kind;
    return { names, identifiers, treatment: { label: labels.labelOf(person, connection), reason } };
  }
}
