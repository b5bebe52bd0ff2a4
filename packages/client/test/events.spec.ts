import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServiceClient } from '../src/create-service-client.js';
import type { ServerSentEvent } from '../src/events/event-stream.js';
import {
  cut,
  cutAfter,
  json,
  startService,
  type Answer,
  type ScriptedService,
} from './support/scripted-service.js';

const stream = { 'content-type': 'text/event-stream' };
const event = (id: number) => `id: ${String(id)}\nevent: changed\ndata: {"n":${String(id)}}\n\n`;
/** Ends a stream for good. */
const over: Answer = (response) => response.writeHead(204).end();
const quick = 'retry: 1\n\n';

let service: ScriptedService | undefined;

afterEach(() => service?.close());

async function follow(lastEventId: string | undefined, ...answers: Answer[]) {
  service = await startService(...answers);
  const client = createServiceClient({ url: service.url, key: 'k' });
  const events: ServerSentEvent[] = [];
  const options = { signal: new AbortController().signal, ...(lastEventId && { lastEventId }) };
  for await (const one of client.events('3f2a91c0', options)) events.push(one);
  return { ids: events.map(({ id }) => id), events, calls: service.calls };
}

const resumedAfter = (calls: ScriptedService['calls']) =>
  calls.map(({ headers }) => headers['last-event-id']);

describe('the events of a request', () => {
  it('arrive with their data', async () => {
    const { events, calls } = await follow(
      undefined,
      (response) => response.writeHead(200, stream).end(quick + event(1)),
      over,
    );
    expect(events).toEqual([{ id: '1', type: 'changed', data: '{"n":1}' }]);
    expect(calls[0]).toMatchObject({
      path: '/v1/requests/3f2a91c0/events',
      headers: { accept: 'text/event-stream' },
    });
  });

  it('go on after the last one when the stream is cut, even in the middle of an event', async () => {
    const { ids, calls } = await follow(
      '6',
      cutAfter(quick + event(7) + event(8) + 'id: 9\nda', stream),
      cut,
      json(503, { code: 'database' }),
      (response) => response.writeHead(200, stream).end(event(9)),
      over,
    );
    expect(ids).toEqual(['7', '8', '9']);
    expect(resumedAfter(calls)).toEqual(['6', '8', '8', '8', '9']);
  });

  it('end with the problem when the service refuses', async () => {
    const refused = follow(undefined, json(404, { code: 'input', detail: 'No such request.' }));
    await expect(refused).rejects.toThrow('No such request.');
    expect(service?.calls).toHaveLength(1);
  });

  it('end when the reader has enough, and the connection with them', async () => {
    const gone = new EventEmitter();
    const closed = once(gone, 'close');
    service = await startService((response) => {
      response.writeHead(200, stream).write(event(1));
      response.on('close', () => gone.emit('close'));
    });
    const client = createServiceClient({ url: service.url, key: 'k' });
    for await (const { id } of client.events('3f2a91c0', { signal: new AbortController().signal })) {
      expect(id).toBe('1');
      break;
    }
    await closed;
  });

  it('end when they are aborted, also while nothing comes', async () => {
    const controller = new AbortController();
    service = await startService((response) => {
      response.writeHead(200, stream).write(event(1));
    });
    const client = createServiceClient({ url: service.url, key: 'k' });
    const ids: string[] = [];
    for await (const { id } of client.events('3f2a91c0', controller)) {
      ids.push(id);
      setImmediate(() => {
        controller.abort();
      });
    }
    expect(ids).toEqual(['1']);
  });

  it('are asked for again when nothing was heard for too long', async () => {
    service = await startService(
      (response) => response.writeHead(200, stream).write(quick + event(1)),
      (response) => response.writeHead(200, stream).end(event(2)),
      over,
    );
    const client = createServiceClient({ url: service.url, key: 'k', timeoutMilliseconds: 100 });
    const ids: string[] = [];
    for await (const { id } of client.events('x', { signal: new AbortController().signal })) ids.push(id);
    expect(ids).toEqual(['1', '2']);
  });
});
