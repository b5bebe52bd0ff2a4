import type { RequestEvent } from '../../../src/events/event.js';

/** Reads server-sent events until `enough`, then goes away. */
export async function readEvents(
  url: string,
  key: string,
  enough: (events: readonly RequestEvent[]) => boolean,
  lastEventId?: string,
): Promise<readonly RequestEvent[]> {
  const leave = new AbortController();
  const headers = {
    authorization: `Bearer ${key}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(url, { headers, signal: leave.signal });
  const events: RequestEvent[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8');
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data !== undefined) events.push(JSON.parse(data) as RequestEvent);
    }
    if (enough(events)) break;
  }
  leave.abort();
  return events;
}
