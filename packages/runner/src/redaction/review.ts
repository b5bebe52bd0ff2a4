import type { Page } from '../application/page.js';
import type { RedactionItemView } from '../application/views/redaction-item-view.js';
import type { RedactedSection } from './redacted-section.js';
import { reviewCursor, type ReviewPlace, reviewPlace, reviewStart } from './review-cursor.js';

interface PlacedItem {
  readonly place: ReviewPlace;
  readonly item: RedactionItemView;
}

/**
 * One page of all records in which something was left out or replaced, or about which a person decided. Reads what is on the
 * page and up to the next item, whatever lies before.
 */
export async function reviewPage(
  sections: readonly RedactedSection[],
  cursor: string | null,
  limit: number,
): Promise<Page<RedactionItemView>> {
  const from = cursor === null ? reviewStart : reviewPlace(cursor);
  const items: RedactionItemView[] = [];
  for await (const { place, item } of reviewItems(sections, from)) {
    if (items.length === limit) return { items, next: reviewCursor(place) };
    items.push(item);
  }
  return { items, next: null };
}

async function* reviewItems(
  sections: readonly RedactedSection[],
  from: ReviewPlace,
): AsyncGenerator<PlacedItem> {
  for (const [number, section] of sections.entries()) {
    if (number > from.section) yield* itemsOf(section, { ...reviewStart, section: number });
    else if (number === from.section) yield* itemsOf(section, from);
  }
}

async function* itemsOf(section: RedactedSection, from: ReviewPlace): AsyncGenerator<PlacedItem> {
  for (const [resource, { name }] of section.resources.entries()) {
    if (resource < from.resource) continue;
    const first = resource === from.resource ? from.record : 0;
    for await (const { number, item } of section.reviewed(name, first))
      yield { place: { ...from, resource, record: number }, item };
  }
}
