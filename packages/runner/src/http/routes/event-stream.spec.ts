import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import type { RequestEvent } from '../../events/event.js';
import { eventStream } from './event-stream.js';

const event = {
  id: 1,
  requestId: 'r',
  kind: 'request.received',
  at: '2026-01-01T00:00:00.000Z',
  details: {},
};

/** As the event log does: nothing more comes, and an abort is thrown. */
async function* untilAborted(signal: AbortSignal): AsyncGenerator<RequestEvent> {
  yield event as RequestEvent;
  await new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
    if (signal.aborted) reject(new Error('aborted'));
  });
}

describe('a stream of events', () => {
  it('tells each event, and ends with the signal', async () => {
    const stopping = new AbortController();
    const stream = eventStream(untilAborted(stopping.signal), stopping.signal);
    const received = text(stream);
    stream.once('data', () => {
      setImmediate(() => {
        stopping.abort();
      });
    });
    expect(await received).toBe(
      `retry: 2000\n\nid: 1\nevent: request.received\ndata: ${JSON.stringify(event)}\n\n`,
    );
  });

  it('that was ended before it began tells nothing, and fails nobody', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const stream = eventStream(untilAborted(AbortSignal.abort()), AbortSignal.abort());
    await text(stream);
    await new Promise(setImmediate);
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});
