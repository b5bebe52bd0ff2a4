import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventStream, type ServerSentEvent } from './event-stream.js';

function eventsOf(chunks: readonly Uint8Array[]): readonly ServerSentEvent[] {
  const stream = new EventStream();
  return chunks.flatMap((chunk) => [...stream.push(chunk)]);
}

const read = (text: string) => eventsOf([new TextEncoder().encode(text)]);

describe('an event stream', () => {
  it.each<[string, string, readonly ServerSentEvent[]]>([
    ['an event', 'id: 1\nevent: e\ndata: d\n\n', [{ id: '1', type: 'e', data: 'd' }]],
    ['an event without a type', 'data: d\n\n', [{ id: '', type: 'message', data: 'd' }]],
    ['several lines of data', 'data: a\ndata\ndata:b\n\n', [{ id: '', type: 'message', data: 'a\n\nb' }]],
    [
      'an id that stays',
      'id: 7\ndata: a\n\ndata: b\n\n',
      [7, 7].map((id, at) => ({ id: String(id), type: 'message', data: 'ab'[at] ?? '' })),
    ],
    ['an id that is taken back', 'id: 7\n\nid\ndata: b\n\n', [{ id: '', type: 'message', data: 'b' }]],
    ['an id that cannot be sent', 'id: \0\ndata: b\n\n', [{ id: '', type: 'message', data: 'b' }]],
    [
      'comments and unknown fields',
      ': heartbeat\nx: y\ndata: d\n\n',
      [{ id: '', type: 'message', data: 'd' }],
    ],
    ['no data', 'event: e\n\n', []],
    ['half an event', 'data: d\n', []],
    ['a colon in the data, and one space', 'data:  a: b\n\n', [{ id: '', type: 'message', data: ' a: b' }]],
  ])('is read with %s', (_, text, events) => {
    expect(read(text)).toEqual(events);
  });

  it('tells how long to wait', () => {
    const stream = new EventStream();
    stream.push(new TextEncoder().encode('retry: x\nretry: 1500\n\n'));
    expect(stream.retryMilliseconds).toBe(1500);
  });

  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\0]/g, '-'));

  it('is read the same with every line end and however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: line, data: fc.array(line, { minLength: 1 }) })),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.integer({ min: 0, max: 400 })),
        (sent, end, cuts) => {
          const lines = sent.flatMap(({ id, data }) => [
            `id: ${id}`,
            ...data.map((one) => `data: ${one}`),
            '',
          ]);
          // A comment at the end, as the last line end may be waiting for its other half.
          const bytes = new TextEncoder().encode([...lines, ': '].join(end));
          const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
          expect(eventsOf(chunks)).toEqual(
            sent.map(({ id, data }) => ({ id, type: 'message', data: data.join('\n') })),
          );
        },
      ),
    );
  });
});
