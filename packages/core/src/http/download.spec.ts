import { getEventListeners } from 'node:events';
import type { UnderlyingSource } from 'node:stream/web';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { streamAnswer } from './download.js';
import type { Exchange } from './exchange.js';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

const place = { operation: 'download', status: 206, vendorRequestId: undefined };
const limits = { maxBinaryBytes: 10, attemptTimeoutMs: 600, maxBinaryWaitMs: 1000 };

/** A download whose pieces come when the test sends them. */
async function download() {
  let vendor!: ReadableStreamDefaultController<Uint8Array>;
  const seen = { pulls: 0, cancelled: false };
  const source: UnderlyingSource<Uint8Array> = {
    start(controller) {
      vendor = controller;
    },
    pull: () => void (seen.pulls += 1),
    cancel: () => void (seen.cancelled = true),
  };
  const caller = new AbortController();
  const body = new ReadableStream(source, { highWaterMark: 0 });
  const exchange = { operationId: 'download', signal: caller.signal } as Exchange;
  const given = new Response(body, { status: 206, headers: { 'content-type': 'text/plain' } });
  const answer = await streamAnswer(given, exchange, limits);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const send = (text: string) => {
    vendor.enqueue(Buffer.from(text));
  };
  /** The next piece, which comes after so many milliseconds. */
  const readAfter = async (milliseconds: number, text: string) => {
    const piece = reader.read();
    await jest.advanceTimersByTimeAsync(milliseconds);
    send(text);
    return Buffer.from((await piece).value!).toString();
  };
  return { answer, caller, vendor, seen, reader, send, readAfter };
}

describe('a download', () => {
  it('keeps what the vendor says about it', async () => {
    const { answer } = await download();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([206, 'text/plain']);
  });

  it('without a body is an answer like any other', async () => {
    const empty = new Response(null, { status: 204 });
    expect(await streamAnswer(empty, {} as Exchange, limits)).toBe(empty);
  });

  it('takes no more from the vendor than somebody reads', async () => {
    const { seen, reader, send } = await download();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.pulls).toBe(0);
    const piece = reader.read();
    send('one');
    await piece;
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.pulls).toBe(1);
  });

  it('leaves nothing behind when it is complete', async () => {
    const { caller, vendor, reader, readAfter } = await download();
    expect(await readAfter(5, 'one')).toBe('one');
    expect(jest.getTimerCount()).toBe(0);
    vendor.close();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a download that stalls', () => {
  const brokenOff = { code: 'transient', message: 'The download broke off.', place };

  it('fails when one piece takes too long, and hangs up', async () => {
    const { seen, reader, readAfter } = await download();
    expect(await readAfter(599, 'one')).toBe('one');
    const failed = expect(reader.read()).rejects.toMatchObject(brokenOff);
    await jest.advanceTimersByTimeAsync(401);
    await failed;
    expect(seen.cancelled).toBe(true);
  });

  it('fails when all pieces together take too long; what their reader does meanwhile does not count', async () => {
    const { reader, readAfter } = await download();
    await jest.advanceTimersByTimeAsync(5000);
    await readAfter(500, 'one');
    await jest.advanceTimersByTimeAsync(5000);
    await readAfter(499, 'two');
    const last = reader.read().catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(1);
    expect(await last).toMatchObject(brokenOff);
  });

  it('fails with the cause when the connection breaks', async () => {
    const { vendor, reader } = await download();
    const cause = new Error('reset');
    vendor.error(cause);
    await expect(reader.read()).rejects.toMatchObject({ ...brokenOff, cause });
  });
});

describe('a download that is too large', () => {
  it('may be as large as allowed', async () => {
    const { readAfter } = await download();
    expect(await readAfter(0, '12345')).toBe('12345');
    expect(await readAfter(0, '67890')).toBe('67890');
  });

  it('fails at the first byte more', async () => {
    const { seen, reader, send, readAfter } = await download();
    await readAfter(0, '1234567890');
    const failed = expect(reader.read()).rejects.toMatchObject({ code: 'vendor_contract', place });
    send('1');
    await failed;
    expect(seen.cancelled).toBe(true);
  });
});

describe('giving a download up', () => {
  const givenUp = { code: 'cancelled', message: 'The download was given up.', place };

  it('ends it at once, also between two pieces', async () => {
    const { caller, seen, reader, readAfter } = await download();
    await readAfter(0, 'one');
    caller.abort();
    await expect(reader.read()).rejects.toMatchObject(givenUp);
    expect(seen.cancelled).toBe(true);
  });

  it('ends it while a piece is awaited', async () => {
    const { caller, reader } = await download();
    const failed = expect(reader.read()).rejects.toMatchObject(givenUp);
    caller.abort();
    await failed;
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('ends it also when that happened before it began', async () => {
    const exchange = { operationId: 'download', signal: AbortSignal.abort() } as Exchange;
    const answer = await streamAnswer(new Response('some', { status: 206 }), exchange, limits);
    await expect(answer.text()).rejects.toMatchObject(givenUp);
  });

  it('by its reader hangs up', async () => {
    const { caller, seen, reader } = await download();
    await reader.cancel();
    expect(seen.cancelled).toBe(true);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });
});
