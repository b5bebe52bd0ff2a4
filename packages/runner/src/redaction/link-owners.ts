import type { Json } from '@privacy-connectors/core';
import { deepest } from './deepest.js';
import { isFileLink } from './file-links.js';
import type { Treatment } from './people/known-person.js';
import type { ReplacementReason } from './record-redaction.js';
import type { TextRedactor } from './text-redactor.js';

type Members = { readonly [name: string]: Json };

/** Members that say whose an object is. */
const authorNames =
  /^(?:assignee|author|by|contact|created_?by|creator|from|owner|requester|sender|submitter|updated_?by|uploaded_?by|uploader|user)$/i;

/** Of whom links are left out; "kept" where they stay. */
export type LinkOwner = ReplacementReason | 'kept';

/** What something is about, which may be somebody's name without being theirs. */
const topicNames = /^(?:title|subject|topic)$/i;

/** Whose the links are in a vendor's record that nobody in particular wrote: each of its objects may be somebody's. */
export class LinkOwners {
  readonly #texts: TextRedactor;
  /** Whose files are left out. */
  readonly #leftOut: ReadonlySet<ReplacementReason>;
  readonly #withLinks = new Set<Json>();

  constructor(texts: TextRedactor, leftOut: ReadonlySet<ReplacementReason>, record: Json) {
    this.#texts = texts;
    this.#leftOut = leftOut;
    if (leftOut.size > 0) this.#noteLinks(record);
  }

  /**
   * Whose the links in an object are: of whom it names, or else of whom the one around it does. They stay where it names the data subject,
   * alone or with others; within somebody else's object only where it is written by the data subject alone.
   */
  of(object: Members, around: LinkOwner | undefined): LinkOwner | undefined {
    if (!this.#withLinks.has(object)) return around;
    const authors = authorValues(object);
    const whole = [...ownValues(object), ...authors].flatMap((value) => this.#texts.ofWhole(value) ?? []);
    // Of an author any name counts, however it is written: "Anna Kowalska (she/her)".
    const named = authors.flatMap((value) => this.#texts.within(value));
    if (around !== undefined && around !== 'kept')
      return this.#leftOutOf(named) ?? (this.#isWhole(authors) ? 'kept' : around);
    if (whole.some((each) => 'keep' in each && each.keep === 'subject')) return 'kept';
    return this.#leftOutOf([...whole, ...named]) ?? (whole.length + named.length > 0 ? 'kept' : around);
  }

  #isWhole(values: readonly string[]): boolean {
    return values.some((value) => this.#texts.ofWhole(value) !== undefined);
  }

  #leftOutOf(treatments: readonly Treatment[]): ReplacementReason | undefined {
    const reasons = treatments.flatMap((each) => ('label' in each ? [each.reason] : []));
    return reasons.find((reason) => this.#leftOut.has(reason));
  }

  #noteLinks(value: Json, depth = 0): boolean {
    if (typeof value === 'string') return isFileLink(value);
    if (value === null || typeof value !== 'object' || depth > deepest) return false;
    // Each one, so that none within is left out.
    const found = Object.values(value as Members).map((each) => this.#noteLinks(each, depth + 1));
    if (found.includes(true)) this.#withLinks.add(value);
    return found.includes(true);
  }
}

function ownValues(object: Members): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => (topicNames.test(name) ? [] : scalarText(value)));
}

/** What stands in the members of an object that say whose it is. */
function authorValues(object: Members): readonly string[] {
  return Object.entries(object).flatMap(([name, value]): readonly string[] => {
    if (!authorNames.test(name)) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((item: Json) =>
      item !== null && typeof item === 'object' ? Object.values(item).flatMap(scalarText) : scalarText(item),
    );
  });
}

function scalarText(value: Json): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
