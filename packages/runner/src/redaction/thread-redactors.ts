import type { PackageRecord } from '../package/package-source.js';
import { RecentlyUsed } from '../vault/recently-used.js';
import { knownPeople, type PeopleRules } from './people/known-people.js';
import type { KnownPerson } from './people/known-person.js';
import type { LabelBook } from './people/label-book.js';
import { TextRedactor } from './text-redactor.js';
import type { Thread, Threads } from './threads.js';

const remembered = 64;

/** What people are told apart with, and who has which label. */
export interface RedactorParts extends PeopleRules {
  readonly labels: () => Promise<LabelBook>;
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
    const thread = await this.#threads.of(record);
    const names = new Map<string, Set<string>>();
    for (const { names: spellings, identifiers, treatment } of await this.#known(thread)) {
      if (!('label' in treatment)) continue;
      const known = names.get(treatment.label) ?? new Set();
      for (const each of [...spellings, ...identifiers.map(({ value }) => value)]) known.add(each);
      names.set(treatment.label, known);
    }
    const labels = [...names].map(([label, known]) => ({ label, names: [...known] }));
    return { place: thread.place, labels };
  }

  async of(record: PackageRecord): Promise<TextRedactor> {
    const thread = await this.#threads.of(record);
    const key = JSON.stringify([thread.place.resource, thread.place.id]);
    const known = this.#redactors.get(key);
    if (known !== undefined) return known;
    const made = new TextRedactor(await this.#known(thread));
    this.#redactors.set(key, made);
    return made;
  }

  async #known({ people }: Thread): Promise<readonly KnownPerson[]> {
    return knownPeople(people, this.#parts, await this.#parts.labels());
  }
}
