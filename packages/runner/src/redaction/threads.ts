import type { Person } from '@privacy-connectors/core';
import type { PackageRecord } from '../package/package-source.js';
import { RecentlyUsed } from '../vault/recently-used.js';
import { descriptionKey, peopleOf } from './people/identity.js';
import type { RecordPlace, StoredRecords } from './stored-records.js';

/** Threads whose people are remembered: records of a few are read in turn, over and over. */
const remembered = 64;
const deepest = 8;

/** A thread: a conversation with its messages and their files, or a record that belongs to none. */
export interface Thread {
  /** Of the record that heads it. */
  readonly place: RecordPlace;
  /** Everybody whom one of its records names, each described as the vendor does, without repetition. */
  readonly people: readonly Person[];
}

/** What heads a thread; without its record when that is not stored. */
interface Head {
  readonly place: RecordPlace;
  readonly record?: PackageRecord;
}

/** Finds the thread of a record and the people of a thread, in memory that does not grow with the number of records. */
export class Threads {
  readonly #records: StoredRecords;
  readonly #heads = new RecentlyUsed<Promise<Head>>(remembered * 4);
  readonly #threads = new RecentlyUsed<Promise<Thread>>(remembered);
  readonly #authored = new Map<string, Promise<boolean>>();
  readonly #subjects = new RecentlyUsed<Promise<readonly Person[]>>(remembered);

  constructor(records: StoredRecords) {
    this.#records = records;
  }

  async of(record: PackageRecord): Promise<Thread> {
    const head = await this.#headOf(record, 0);
    return remember(this.#threads, head.place, () => this.#read(head));
  }

  /** What somebody wrote, and files, belong to the thread of their parent. */
  async #headOf(record: PackageRecord, depth: number): Promise<Head> {
    const { resource, id, parent } = record;
    if (parent === undefined || depth > deepest || !this.#isPart(record))
      return { place: { resource, id }, record };
    return remember(this.#heads, parent, async (place) => {
      const found = await this.#records.find(place);
      return found === undefined ? { place } : this.#headOf(found, depth + 1);
    });
  }

  #isPart({ author, resource }: PackageRecord): boolean {
    return author !== undefined || this.#isFile(resource);
  }

  #isFile(resource: string): boolean {
    return this.#records.resources.some(({ name, binary }) => binary && name === resource);
  }

  async #read({ place, record: head }: Head): Promise<Thread> {
    const people = new Map<string, Person>();
    const note = (person: Person): void => {
      people.set(descriptionKey(person), person);
    };
    if (head !== undefined) {
      peopleOf(head).forEach(note);
      (await this.#subjectsAbove(head)).forEach(note);
    }
    for await (const part of this.#parts(place, 0)) peopleOf(part).forEach(note);
    return { place, people: [...people.values()] };
  }

  /** How the data subject is called stands in what the thread belongs to, e.g. the contact. */
  async #subjectsAbove({ parent }: PackageRecord): Promise<readonly Person[]> {
    return parent === undefined
      ? []
      : remember(this.#subjects, parent, (place) => this.#subjectsFrom(place, 0));
  }

  async #subjectsFrom(place: RecordPlace, depth: number): Promise<readonly Person[]> {
    const record = depth > deepest ? undefined : await this.#records.find(place);
    if (record === undefined) return [];
    const own = peopleOf(record).filter(({ kind }) => kind === 'subject');
    const { parent } = record;
    return parent === undefined ? own : [...own, ...(await this.#subjectsFrom(parent, depth + 1))];
  }

  /** Most resources hold nothing that somebody wrote, so their records need not be asked for, one thread after the other. */
  #hasAuthors(resource: string): Promise<boolean> {
    const known = this.#authored.get(resource) ?? this.#findAuthor(resource);
    this.#authored.set(resource, known);
    return known;
  }

  async #findAuthor(resource: string): Promise<boolean> {
    for await (const { author } of this.#records.records(resource)) if (author !== undefined) return true;
    return false;
  }

  async *#parts(place: RecordPlace, depth: number): AsyncGenerator<PackageRecord> {
    for (const resource of depth > deepest ? [] : this.#below(place.resource)) {
      if (!(await this.#hasAuthors(resource))) continue;
      const hasParts = this.#below(resource).length > 0;
      for await (const record of this.#records.children(resource, place)) {
        if (record.author === undefined) continue;
        yield record;
        if (hasParts) yield* this.#parts({ resource, id: record.id }, depth + 1);
      }
    }
  }

  /** Files name nobody but through the record that they belong to. */
  #below(resource: string): readonly string[] {
    return this.#records.resources
      .filter(({ parent, binary }) => parent === resource && !binary)
      .map(({ name }) => name);
  }
}

async function remember<Value>(
  cache: RecentlyUsed<Promise<Value>>,
  place: RecordPlace,
  make: (place: RecordPlace) => Promise<Value>,
): Promise<Value> {
  const key = JSON.stringify([place.resource, place.id]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make(place);
  cache.set(key, made);
  return made;
}
