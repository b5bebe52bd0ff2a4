import type { Json } from '@privacy-connectors/core';
import { deepest } from './deepest.js';
import { withoutFileLinks } from './file-links.js';
import { type LinkOwner, LinkOwners } from './link-owners.js';
import type { Replacement } from './people/known-person.js';
import type { ReplacementReason } from './record-redaction.js';
import type { ReadingText, TextRedactor } from './text-redactor.js';

/** How a vendor's record is read. */
export interface ReadingRecord extends ReadingText {
  /** Whose record it is, if files of theirs are left out: links that lead to them are, too. */
  readonly withoutFilesOf?: ReplacementReason;
  /** In a record that is nobody's: whose files are left out. */
  readonly filesLeftOut?: ReadonlySet<ReplacementReason>;
}

/** Where in a record something stands. */
interface Place {
  readonly owners: LinkOwners;
  readonly depth: number;
  /** Whose the object around it is, as far as objects tell. */
  readonly owner?: LinkOwner | undefined;
}

/** Shorter ids are numbers that anything may have. */
const shortestId = 3;

/** Redacts a vendor's record: every text in it, the names of its members, and values that are ids of people. */
export class JsonRedactor {
  readonly #texts: TextRedactor;
  readonly #reading: ReadingRecord;
  /** Ids that are not about people here: of the record itself and of its parent. */
  readonly #kept: ReadonlySet<string>;

  constructor(texts: TextRedactor, reading: ReadingRecord, kept: ReadonlySet<string>) {
    this.#texts = texts;
    this.#reading = reading;
    this.#kept = kept;
  }

  redact(record: Json): Json {
    const owners = new LinkOwners(this.#texts, this.#reading.filesLeftOut ?? new Set(), record);
    return this.#redacted(record, { owners, depth: 0 });
  }

  #redacted(value: Json, place: Place): Json {
    if (typeof value === 'string') return this.#text(value, place.owner ?? this.#reading.withoutFilesOf);
    if (typeof value === 'number') return this.#number(value);
    if (value === null || typeof value !== 'object') return value;
    // Nobody reads that deep: better nothing than something unread.
    if (place.depth > deepest) return null;
    const within = { ...place, depth: place.depth + 1 };
    if (Array.isArray(value)) return value.map((item: Json) => this.#redacted(item, within));
    const members = value as { readonly [name: string]: Json };
    return this.#members(members, { ...within, owner: place.owners.of(members, place.owner) });
  }

  #text(value: string, owner: LinkOwner | undefined): string {
    const text =
      owner === undefined || owner === 'kept'
        ? value
        : withoutFileLinks(value, () => {
            this.#reading.onReplaced(owner);
          });
    return this.#id(text) ?? this.#texts.redact(text, this.#reading);
  }

  #members(value: { readonly [name: string]: Json }, place: Place): Json {
    const members = new Map<string, Json>();
    for (const [name, member] of Object.entries(value)) {
      const redacted = this.#redacted(member, place);
      members.set(unused(this.#memberName(name), members), redacted);
    }
    return Object.fromEntries(members);
  }

  /** A plain word in lower case is a field's name, whoever is called like that, unless it is somebody's whole name. */
  #memberName(name: string): string {
    if (/^[a-z][a-z0-9]*$/.test(name))
      return this.#id(name) ?? this.#replaced(this.#texts.labelOfHandle(name)) ?? name;
    return this.#id(name) ?? this.#texts.redact(name, this.#reading);
  }

  #number(value: number): Json {
    const text = String(value);
    const id = this.#id(text);
    if (id !== undefined || text.length < 9 || !Number.isInteger(value)) return id ?? value;
    const redacted = this.#texts.redact(text, { ...this.#reading, unknown: 'quoted' });
    return redacted === text ? value : redacted;
  }

  #id(value: string): string | undefined {
    if (value.length < shortestId || this.#kept.has(value)) return undefined;
    return this.#replaced(this.#texts.labelOfId(value));
  }

  #replaced(by: Replacement | undefined): string | undefined {
    if (by !== undefined) this.#reading.onReplaced(by.reason);
    return by?.label;
  }
}

/** Two names that become the same label are told apart by a number. */
function unused(name: string, members: ReadonlyMap<string, Json>): string {
  let free = name;
  for (let number = 2; members.has(free); number += 1) free = `${name} (${String(number)})`;
  return free;
}
