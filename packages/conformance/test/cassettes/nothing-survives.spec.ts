import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '@privacy-connectors/core';
import fc from 'fast-check';
import {
  Player,
  readCassette,
  Recorder,
  scanCassette,
  writeCassette,
  type Cassette,
} from '../../src/index.js';
import { answering, openapi, tagged } from './registry.js';

const key = 'a key for tests, not a secret';
const origin = 'http://127.0.0.1:4010';

/** What can identify somebody, long enough not to come about by chance. */
const identifiers = fc.oneof(
  fc.stringMatching(/^[a-z]{4,10}\.[a-z]{4,10}\d{2}@[a-z]{5,10}\.example$/),
  fc.stringMatching(/^\+[1-8]\d{9,12}$/),
  fc.stringMatching(/^[1-9]\d{11,14}$/),
  fc.stringMatching(/^[A-Z][a-z]{7,10} [A-Z][a-z]{7,12}$/),
  fc.uuid(),
);
const secrets = fc.stringMatching(/^[A-Za-z\d_-]{24,40}$/);

interface Traffic {
  readonly secret: string;
  readonly values: readonly string[];
  readonly places: readonly ('known' | 'free' | 'name' | 'nested' | 'link' | 'text')[];
  readonly status: number;
}

const traffic: fc.Arbitrary<Traffic> = fc.record({
  secret: secrets,
  values: fc.array(identifiers, { minLength: 6, maxLength: 6 }),
  places: fc.array(fc.constantFrom('known', 'free', 'name', 'nested', 'link', 'text'), {
    minLength: 1,
    maxLength: 6,
  }),
  status: fc.constantFrom(200, 404, 500),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cassettes-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('random identifiers and secrets', () => {
  it('survive nowhere in a cassette', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const { recorder } = await record(given);
        const known = { secrets: [given.secret], identifiers: given.values };
        expect(scanCassette(recorder.cassette(), known)).toEqual([]);
        expect(JSON.stringify(recorder.cassette())).not.toContain(given.values[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('are replaced by the same pseudonyms in every cassette of a key', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const [one, two] = [await record(given), await record(given)];
        expect(one.recorder.cassette()).toEqual(two.recorder.cassette());
      }),
      { numRuns: 20 },
    );
  });

  it('do not hinder a replay that is exact to the byte, through a file', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const { recorder, request } = await record(given);
        const file = join(folder, 'test.cassette');
        await writeCassette(file, recorder.cassette(), recorder.known);
        const cassette = await readCassette(file);
        expect(cassette).toEqual(recorder.cassette());
        const player = new Player(cassette, { openapi, key });
        const answer = await player.send(request());
        expect(answer.status).toBe(given.status);
        expect(await answer.text()).toBe(bytesOf(cassette));
        player.finish();
      }),
      { numRuns: 40 },
    );
  });

  it('keep a cassette from being written', async () => {
    const recorder = recording();
    const cassette = { ...recorder.cassette(), scenario: 'about ada@post.example' };
    const file = join(folder, 'refused.cassette');
    await expect(writeCassette(file, cassette, recorder.known)).rejects.toThrow(
      /e-mail address at \/scenario/,
    );
    await expect(readFile(file)).rejects.toThrow();
  });
});

it('is told when a file is no cassette', async () => {
  await expect(readCassette(new URL('recording.spec.ts', import.meta.url))).rejects.toThrow(/no cassette/);
});

function recording(): Recorder {
  return new Recorder({ connector: 'registry', scenario: 'a test', openapi, key });
}

async function record(given: Traffic): Promise<{ recorder: Recorder; request: () => Request }> {
  const recorder = recording();
  const [first = '', second = ''] = given.values;
  const query = new URLSearchParams({ email: first, page_token: second, undeclared: first });
  const request = () =>
    tagged('POST', '/people', `${origin}/v1/people?${query.toString()}`, {
      body: JSON.stringify({ query: first, kind: second, undeclared: second }),
      headers: {
        authorization: `Bearer ${given.secret}`,
        'content-type': 'application/json',
        'x-user': encodeURIComponent(first),
      },
    });
  const headers = {
    'set-cookie': given.secret,
    'x-request-id': encodeURIComponent(second),
    link: linkTo(first),
  };
  const answer = () => Response.json(bodyOf(given), { status: given.status, headers });
  recorder.input('email', first);
  await recorder.around(answering(answer))(request());
  return { recorder, request };
}

function bodyOf({ values, places }: Traffic): Json {
  const people = places.map((place, index) => personWith(values[index] ?? '', place));
  return { people, next: linkTo(values[0] ?? ''), message: values[1] ?? '', extra: values };
}

function personWith(value: string, place: Traffic['places'][number]): Json {
  const written = {
    known: { email: value, phone: value, status: value, note: value, since: value },
    free: { attributes: { [value]: value, nested: { value } }, invented: value },
    name: { addresses: { [value]: { city: value } } },
    nested: { note: { value: [value] }, [value]: value },
    link: { note: linkTo(value), phone: `https://elsewhere.example/${encodeURIComponent(value)}/picture` },
    text: { note: `<p>Hello ${value}, write to ${value}</p>`, phone: `x-${value}-y` },
  }[place];
  return { id: /^\d+$/.test(value) ? Number(value) : 5, ...written };
}

function linkTo(value: string): string {
  return `${origin}/v1/people?page_token=${encodeURIComponent(value)}&other=${encodeURIComponent(value)}`;
}

function bytesOf({ exchanges }: Cassette): string {
  const body = exchanges[0]?.answer.body;
  return body?.kind === 'json' ? JSON.stringify(body.value) : '';
}
