import { Readable } from 'node:stream';
import type { RequestEvent } from '../../events/event.js';

/** Milliseconds between two signs of life: proxies cut connections on which nothing moves. */
const heartbeat = 15_000;

/** Events as a stream of server-sent events that ends with the signal. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventStream(events: AsyncIterator<RequestEvent>, signal: AbortSignal): Readable {
  return Readable.from(textOf(events, signal), { objectMode: false, highWaterMark: 1 });
}

async function* textOf(events: AsyncIterator<RequestEvent>, signal: AbortSignal): AsyncGenerator<string> {
  // What a client waits before it comes back after a break, in milliseconds.
  yield 'retry: 2000\n\n';
  try {
    let next = events.next();
    while (!signal.aborted) {
      const result = await Promise.race([next, silence(signal)]);
      if (result === undefined) {
        yield ':\n\n';
        continue;
      }
      if (result.done === true) return;
      yield messageOf(result.value);
      next = events.next();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await events.return?.();
  }
}

function messageOf(event: RequestEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}

function silence(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(undefined);
    };
    const timer = setTimeout(end, heartbeat);
    signal.addEventListener('abort', end, { once: true });
  });
}
