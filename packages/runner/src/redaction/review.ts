import type { Page } from '../application/application.js';
import type { RedactionItemView } from '../application/views.js';
import { InputError } from '../errors/runner-error.js';
import type { RedactedSection } from './redacted-section.js';

/** One page of all records in which something was left out or replaced, or about which a person decided. */
export async function reviewPage(
  sections: readonly RedactedSection[],
  cursor: string | null,
  limit: number,
): Promise<Page<RedactionItemView>> {
  const skipped = cursor === null ? 0 : placeOf(cursor);
  const items: RedactionItemView[] = [];
  let place = 0;
  for await (const item of reviewItems(sections)) {
    if (items.length === limit) return { items, next: String(skipped + limit) };
    if (place >= skipped) items.push(item);
    place += 1;
  }
  return { items, next: null };
}

function placeOf(cursor: string): number {
  if (/^\d{1,12}$/.test(cursor)) return Number(cursor);
  throw new InputError('The cursor is none that a page gave.');
}

/** In the order in which a package is written, so that labels are the same. */
async function* reviewItems(sections: readonly RedactedSection[]): AsyncGenerator<RedactionItemView> {
  for (const section of sections) yield* itemsOf(section, true);
  for (const section of sections) yield* itemsOf(section, false);
}

async function* itemsOf(section: RedactedSection, binary: boolean): AsyncGenerator<RedactionItemView> {
  for (const resource of section.resources.filter((each) => each.binary === binary)) {
    for await (const reviewed of section.reviewed(resource.name)) {
      if (reviewed !== undefined) yield reviewed;
    }
  }
}
