import type { Json } from '@privacy-connectors/core';
import { deepest } from './deepest.js';
import { isFileLink } from './file-links.js';
import type { ReplacementReason } from './record-redaction.js';
import type { TextRedactor } from './text-redactor.js';

type Members = { readonly [name: string]: Json };

/** Members that say whose an object is. */
const authorNames =
  /^(?:author|by|contact|created_?by|creator|from|owner|requester|sender|submitter|updated_?by|uploaded_?by|uploader|user)$/i;

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

  /** Undefined where links stay: of nobody who is known, and of the data subject, alone or with others. */
  of(object: Members): ReplacementReason | undefined {
    if (!this.#withLinks.has(object)) return undefined;
    const treatments = namingValues(object).flatMap((value) => this.#texts.ofWhole(value) ?? []);
    if (treatments.some((each) => 'keep' in each && each.keep === 'subject')) return undefined;
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

/** What stands in an object itself, and in those of its members that say whose it is. */
function namingValues(object: Members): readonly string[] {
  return Object.entries(object).flatMap(([name, value]): readonly string[] => {
    if (typeof value === 'string' || typeof value === 'number') return [String(value)];
    const isAuthor = authorNames.test(name) && value !== null && typeof value === 'object';
    return isAuthor ? Object.values(value as Members).flatMap(scalarText) : [];
  });
}

function scalarText(value: Json): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
