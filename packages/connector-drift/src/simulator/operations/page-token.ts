import type { Place } from '../world/conversation-order.js';

/** What a `page_token` of the conversation list holds: the place to go on from, the filter and the page size. */
export interface PageToken extends Place {
  readonly limit: number;
  readonly statuses: readonly string[];
}

export function encodePageToken(token: PageToken): string {
  const query = new URLSearchParams({
    updatedAt: String(token.updatedAt),
    id: String(token.id),
    limit: String(token.limit),
  });
  for (const status of token.statuses) query.append('status', status);
  return Buffer.from(query.toString()).toString('base64');
}

/** Undefined for a text that no answer gave. */
export function decodePageToken(text: string): PageToken | undefined {
  const query = new URLSearchParams(Buffer.from(text, 'base64').toString('utf8'));
  const [updatedAt = 0, id = 0, limit = 0] = ['updatedAt', 'id', 'limit'].map((name) =>
    Number(query.get(name)),
  );
  const valid = [updatedAt, id, limit].every((value) => Number.isSafeInteger(value) && value > 0);
  return valid ? { updatedAt, id, limit, statuses: query.getAll('status') } : undefined;
}
