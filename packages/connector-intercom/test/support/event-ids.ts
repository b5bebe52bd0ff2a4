import { createHash } from 'node:crypto';

/** Ids that records of these events must have: made of the contact, of how many alike came before, and of the content. */
export function eventIdsOf(events: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return events.map((event) =>
    createHash('sha256')
      .update(`${String(event['intercom_user_id'])} 0 ${JSON.stringify(event)}`)
      .digest('hex')
      .slice(0, 32),
  );
}
