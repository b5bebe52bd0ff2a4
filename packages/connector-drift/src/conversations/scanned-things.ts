import type { ScannedThing } from '@privacy-connectors/core';
import { timeOf } from '../values/time-of.js';
import type { ConversationRef } from './conversation-ref.js';
import type { ListedPage } from './list-page.js';

type Row = ListedPage['conversations'][number];

/**
 * The conversations of a page that belong to somebody. One without a time counts as updated `now` and stands last: the page
 * is then visibly out of order, so that no scan stops early on account of a time that nobody knows.
 */
export function scannedThings(
  conversations: readonly Row[],
  now: number,
): readonly ScannedThing<ConversationRef>[] {
  const timed = conversations.filter((row) => timeOf(row.updatedAt) !== undefined);
  const timeless = conversations.filter((row) => timeOf(row.updatedAt) === undefined);
  return [...timed, ...timeless].flatMap((row) => owned(row, now));
}

function owned({ id, contactId, updatedAt }: Row, now: number): ScannedThing<ConversationRef>[] {
  if (!belongsToSomebody(contactId)) return [];
  const ref = { conversationId: id, contactId };
  return [{ owner: String(contactId), ref, updatedAt: timeOf(updatedAt) ?? now }];
}

/** No contact that was found can have 0 or a number that lost digits for an id. */
function belongsToSomebody(contactId: Row['contactId']): contactId is number {
  return typeof contactId === 'number' && Number.isSafeInteger(contactId) && contactId > 0;
}
