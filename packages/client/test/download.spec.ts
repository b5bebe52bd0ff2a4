import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServiceClient } from '../src/create-service-client.js';
import {
  cut,
  cutAfter,
  json,
  startService,
  type Answer,
  type ScriptedService,
} from './support/scripted-service.js';

const file = randomBytes(100_000);
const tagged = { etag: '"a"', 'content-length': String(file.length) };
const never = new AbortController().signal;

let service: ScriptedService | undefined;

afterEach(() => service?.close());

async function fetchPackage(...answers: Answer[]): Promise<Buffer> {
  service = await startService(...answers);
  const client = createServiceClient({ url: service.url, key: 'k' });
  const { chunks } = await client.downloadPackage('3f2a91c0', never);
  return buffer(chunks);
}

/** What a service with range support sends from there on, up to `end`. */
const from = (offset: number, end = file.length): Answer => {
  const headers = {
    etag: '"a"',
    'content-length': String(file.length - offset),
    'content-range': `bytes ${String(offset)}-${String(file.length - 1)}/${String(file.length)}`,
  };
  const part = file.subarray(offset, end);
  if (end < file.length) return cutAfter(part, headers, 206);
  return (response) => response.writeHead(206, headers).end(part);
};

/** Answers a call for a range with what it asks for. */
const whatIsAsked =
  (end: number): Answer =>
  (response, call) => {
    from(Number(/^bytes=(\d+)-$/.exec(call.headers.range ?? '')?.[1]), end)(response, call);
  };

describe('a package', () => {
  it('arrives byte by byte', async () => {
    const bytes = await fetchPackage((response) => response.writeHead(200, tagged).end(file));
    expect(bytes.equals(file)).toBe(true);
    expect(service?.calls).toMatchObject([{ path: '/v1/requests/3f2a91c0/package' }]);
  });

  it('goes on where it was cut, however often', async () => {
    const bytes = await fetchPackage(
      cutAfter(file.subarray(0, 30_000), tagged),
      cut,
      json(503, { code: 'database' }),
      whatIsAsked(70_000),
      whatIsAsked(file.length),
    );
    expect(bytes.equals(file)).toBe(true);
    const [, ...resumed] = service?.calls ?? [];
    expect(resumed.every(({ headers }) => headers['if-range'] === '"a"')).toBe(true);
  });

  it('is refused when it became another one in between', async () => {
    const other: Answer = (response) => response.writeHead(200, { ...tagged, etag: '"b"' }).end(file);
    await expect(fetchPackage(cutAfter(file.subarray(0, 9), tagged), other)).rejects.toMatchObject({
      name: 'ServiceProblem',
      code: 'changed',
    });
  });

  it.each([tagged, { etag: '"a"' }])(
    'is refused when a rest is one of another size, after %j',
    async (begun) => {
      const part =
        (offset: number, end: number, total: number): Answer =>
        (response) => {
          const range = `bytes ${String(offset)}-${String(end - 1)}/${String(total)}`;
          response.writeHead(206, { etag: '"a"', 'content-range': range }).end(file.subarray(offset, end));
        };
      const size = file.length;
      const answers = [cutAfter(file.subarray(0, 9), begun), part(9, 20, size), part(20, size, size + 1)];
      await expect(fetchPackage(...answers)).rejects.toMatchObject({ code: 'changed' });
    },
  );

  it('is as long as its parts say, although the service did not know at first', async () => {
    const unannounced = cutAfter(file.subarray(0, 9), { etag: '"a"' });
    const short: Answer = (response) => {
      const headers = { etag: '"a"', 'content-range': `bytes 9-19/${String(file.length)}` };
      response.writeHead(206, headers).end(file.subarray(9, 20));
    };
    const bytes = await fetchPackage(unannounced, short, whatIsAsked(file.length));
    expect(bytes.equals(file)).toBe(true);
  });

  it('is asked for again when the service wants to be asked', async () => {
    const busy = json(503, { code: 'busy' }, { 'retry-after': '1' });
    const times: number[] = [];
    const noted: Answer = (response, call) => {
      times.push(performance.now());
      if (times.length === 1) busy(response, call);
      else whatIsAsked(file.length)(response, call);
    };
    await fetchPackage(cutAfter(file.subarray(0, 9), tagged), noted);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is never shorter than the service said', async () => {
    const early = cutAfter(file.subarray(0, 9), { 'content-length': String(file.length) });
    await expect(fetchPackage(early)).rejects.toMatchObject({ name: 'ServiceUnreachable' });
    expect(service?.calls).toHaveLength(1);
  });

  it('is given up when no byte comes any more', async () => {
    const answers = [cutAfter(file.subarray(0, 9), tagged), cut];
    await expect(fetchPackage(...answers)).rejects.toMatchObject({ name: 'ServiceUnreachable' });
    expect(service?.calls).toHaveLength(4);
  });

  it('is refused with the problem of the service', async () => {
    const refused = fetchPackage(json(409, { code: 'input', detail: 'It has not ended.' }));
    await expect(refused).rejects.toThrow('It has not ended.');
  });
});
