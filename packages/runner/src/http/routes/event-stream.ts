import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestEvent } from '../../events/event.js';

/** Milliseconds between two signs of life: proxies cut connections on which nothing moves. */
const heartbeat = 15_000;

/** Events as a stream of server-sent events that ends with the signal. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventStream(events: AsyncIterator<RequestEvent>, signal: AbortSignal): Readable {
  return Readable.from(textOf(events, signal), { objectMode: false, highWaterMark: 1 });
}

async function* textOf(events: AsyncIterator<RequestEvent>, signal: AbortSignal): AsyncGenerator<string> {
  try {
    // What a client waits before it comes back after a break, in milliseconds.
    yield 'retry: 2000\n\n';
    for (let next = heard(events.next()); !signal.aborted;) {
      const result = await orSilence(next, signal);
      if (result?.done === true) return;
      yield result === undefined ? ':\n\n' : messageOf(result.value);
      if (result !== undefined) next = heard(events.next());
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await events.return?.();
  }
}

/** A failure that nobody waits for any more, as after the signal, must not end the process. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function messageOf(event: RequestEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Undefined when nothing came for a while, or the signal was aborted. */
async function orSilence<T>(next: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const settled = new AbortController();
  const ends = AbortSignal.any([signal, settled.signal]);
  try {
    return await Promise.race([next, pause(heartbeat, undefined, { signal: ends }).catch(() => undefined)]);
  } finally {
    settled.abort();
  }
}
