import { jsonCodec, type ScanPage, type ScanStep } from '@privacy-connectors/core';
import { follow, trailSchema, type Trail } from '@privacy-connectors/core/paging';
import type { VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import type { ConversationRef } from './conversation-ref.js';
import { listPage, type ListedPage, type ListPlace, type Style } from './list-page.js';
import { scannedThings } from './scanned-things.js';

/** The trail's place is the token of the page. */
export type ScanCursor = { readonly style: Style; readonly trail: Trail };

/** Lists everyone's conversations, last updated first. */
export const conversationScan: ScanStep<VendorClient, DriftSettings, ConversationRef, ScanCursor> = {
  scanCursor: jsonCodec<ScanCursor>('place in the list of conversations', {
    type: 'object',
    required: ['style', 'trail'],
    properties: { style: { enum: ['page_token', 'next'] }, trail: trailSchema },
  }),
  async scan(context: DriftContext, cursor) {
    const place = cursor === null ? null : { style: cursor.style, token: cursor.trail.place };
    return scanned(await listPage(context, place), cursor, context.now().getTime());
  },
};

function scanned(
  { conversations, next }: ListedPage,
  cursor: ScanCursor | null,
  now: number,
): ScanPage<ConversationRef, ScanCursor> {
  return { things: scannedThings(conversations, now), next: next === null ? null : nextCursor(next, cursor) };
}

function nextCursor({ style, token }: ListPlace, cursor: ScanCursor | null): ScanCursor {
  return { style, trail: follow(cursor?.trail ?? null, token, 'listConversations') };
}
