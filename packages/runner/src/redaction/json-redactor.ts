import type { Json } from '@privacy-connectors/core';
import type { ReadingText, TextRedactor } from './text-redactor.js';

const deepest = 200;
/** Shorter ids are numbers that anything may have. */
const shortestId = 3;

/** Redacts a vendor's record: every text in it, the names of its members, and values that are ids of people. */
export class JsonRedactor {
  readonly #texts: TextRedactor;
  readonly #reading: ReadingText;
  /** Ids that are not about people here: of the record itself and of its parent. */
  readonly #kept: ReadonlySet<string>;

  constructor(texts: TextRedactor, reading: ReadingText, kept: ReadonlySet<string>) {
    this.#texts = texts;
    this.#reading = reading;
    this.#kept = kept;
  }

  redact(value: Json, depth = 0): Json {
    if (typeof value === 'string') return this.#id(value) ?? this.#texts.redact(value, this.#reading);
    if (typeof value === 'number') return this.#number(value);
    if (value === null || typeof value !== 'object') return value;
    // Nobody reads that deep: better nothing than something unread.
    if (depth > deepest) return null;
    if (Array.isArray(value)) return value.map((item: Json) => this.redact(item, depth + 1));
    return this.#members(value as { readonly [name: string]: Json }, depth);
  }

  #members(value: { readonly [name: string]: Json }, depth: number): Json {
    const members = new Map<string, Json>();
    for (const [name, member] of Object.entries(value)) {
      const redacted = this.redact(member, depth + 1);
      members.set(unused(this.#memberName(name), members), redacted);
    }
    return Object.fromEntries(members);
  }

  /** A plain word in lower case is a field's name, whoever is called like that. */
  #memberName(name: string): string {
    if (/^[a-z][a-z0-9]*$/.test(name)) return this.#id(name) ?? name;
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
    const treatment = this.#texts.labelOfId(value);
    if (treatment === undefined) return undefined;
    this.#reading.onReplaced(treatment.reason);
    return treatment.label;
  }
}

/** Two names that become the same label are told apart by a number. */
function unused(name: string, members: ReadonlyMap<string, Json>): string {
  let free = name;
  for (let number = 2; members.has(free); number += 1) free = `${name} (${String(number)})`;
  return free;
}
