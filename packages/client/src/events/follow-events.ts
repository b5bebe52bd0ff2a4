import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../errors/is-passing.js';
import type { OpenStream } from '../transport/streams.js';
import { EventStream, type ServerSentEvent } from './event-stream.js';

/** Milliseconds before a stream that was cut is opened again: the first time, if the service names none, and at most. */
const firstPause = 500;
const longestPause = 30_000;

/** Where to begin, and when to end. */
export interface FollowOptions {
  /** Begin after this event; without it, with the first there was. */
  readonly lastEventId?: string;
  readonly signal: AbortSignal;
}

/**
 * The events at `url`, each once. A stream that is cut, or that the service ends, is opened again after the last event that
 * arrived, so that none is missed. Ends when the signal is aborted, or when the service says that nothing will follow (204).
 * @throws {@link ServiceProblem} when the service refuses.
 */
export async function* followEvents(
  open: OpenStream,
  url: URL,
  { lastEventId = '', signal }: FollowOptions,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let after = lastEventId;
  let shortest = firstPause;
  let wait = shortest;
  while (!signal.aborted) {
    const stream = new EventStream();
    try {
      const { status, chunks } = await open(requestAfter(url, after, signal));
      for await (const event of eventsOf(chunks, stream)) {
        wait = shortest;
        if (event.id !== '') after = event.id;
        yield event;
      }
      if (status === 204) return;
    } catch (error) {
      if (!isPassing(error) && error !== signal.reason) throw error;
    }
    if (stream.retryMilliseconds !== undefined) wait = shortest = stream.retryMilliseconds;
    await pause(wait, undefined, { signal }).catch(() => undefined);
    wait = Math.min(longestPause, wait * 2);
  }
}

function requestAfter(url: URL, lastEventId: string, signal: AbortSignal): Request {
  const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
  return new Request(url, { headers, signal });
}

async function* eventsOf(chunks: AsyncIterable<Uint8Array>, stream: EventStream) {
  for await (const chunk of chunks) yield* stream.push(chunk);
}
