import type { SectionContents } from '../contents.js';
import type { PackageRecord } from '../package-source.js';
import { fileEnclosure, filesEnclosure } from './attachment.js';
import { cardEnclosure, cardsEnclosure } from './record.js';
import { messageEnclosure, threadEnclosure } from './thread.js';
import type { Enclosure, Piece } from './enclosure.js';

const deepest = 8;
const close: Piece = { kind: 'close' };

/** Prints one connection's records as a tree, each below its parent, and counts what it printed. */
export class RecordTree {
  readonly #contents: SectionContents;
  readonly #printed = new Map<string, number>();

  constructor(contents: SectionContents) {
    this.#contents = contents;
  }

  /** How many records of a resource have been printed. */
  printed(resource: string): number {
    return this.#printed.get(resource) ?? 0;
  }

  /** The records of a resource that belong to no other, each with everything below it. */
  async *roots(resource: string, level: number): AsyncGenerator<Piece> {
    const around = this.#kind(resource) === 'cards' ? undefined : this.#group(resource, level);
    yield* this.#records(onlyRoots(this.#contents.section.records(resource)), around, level, 0);
  }

  async *#records(
    records: AsyncIterable<PackageRecord>,
    around: Enclosure | undefined,
    level: number,
    depth: number,
  ): AsyncGenerator<Piece> {
    let begun = false;
    for await (const record of records) {
      if (!begun && around !== undefined) yield { kind: 'open', enclosure: around };
      begun = true;
      yield* this.#record(record, level, depth);
    }
    if (begun && around !== undefined) yield close;
  }

  async *#record(record: PackageRecord, level: number, depth: number): AsyncGenerator<Piece> {
    this.#printed.set(record.resource, this.printed(record.resource) + 1);
    yield { kind: 'open', enclosure: this.#enclosure(record, level), record };
    for (const child of depth < deepest ? this.#childResources(record) : []) {
      const children = this.#contents.section.children(child, { resource: record.resource, id: record.id });
      yield* this.#records(children, this.#group(child, level + 1), level + 2, depth + 1);
    }
    yield close;
  }

  #enclosure(record: PackageRecord, level: number): Enclosure {
    const packaged = this.#contents.fileOf(record);
    const kind = this.#kind(record.resource);
    if (kind === 'thread') return messageEnclosure(record);
    if (kind === 'files') return fileEnclosure(record, packaged);
    const folded = this.#childResources(record).some((child) => this.#kind(child) === 'thread');
    return cardEnclosure(record, { level, folded, packaged });
  }

  #group(resource: string, level: number): Enclosure {
    const title = this.#contents.section.resources.find(({ name }) => name === resource)?.title ?? resource;
    const kind = this.#kind(resource);
    if (kind === 'thread') return threadEnclosure(title);
    return kind === 'files' ? filesEnclosure(title) : cardsEnclosure(title, level);
  }

  #kind(resource: string): 'thread' | 'files' | 'cards' {
    const { authored, files, records } = this.#contents.survey.counts(resource);
    if (authored > 0) return 'thread';
    return files === records ? 'files' : 'cards';
  }

  #childResources(record: PackageRecord): readonly string[] {
    const { section, survey } = this.#contents;
    return section.resources.map(({ name }) => name).filter((name) => survey.mayHaveChildren(name, record));
  }
}

async function* onlyRoots(records: AsyncIterable<PackageRecord>): AsyncGenerator<PackageRecord> {
  for await (const record of records) if (record.parent === undefined) yield record;
}
