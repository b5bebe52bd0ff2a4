import { describe, expect, it } from '@jest/globals';
import { Player, Recorder, type Cassette } from '../../src/index.js';
import { answering, openapi, tagged } from './registry.js';

const key = 'a key for tests, not a secret';
const origin = 'http://127.0.0.1:4010';
const secret = 'secret-token-51a7b9c2d8';

describe('a recording', () => {
  it('keeps what is declared, under pseudonyms, and drops the rest', async () => {
    const { answer, request } = await recorded(
      search('?email=Ada%40post.example&limit=50&internal=1', {
        query: 'Ada Lovelace',
        kind: 'person',
        session: secret,
      }),
      Response.json(
        {
          people: [
            {
              id: 123456,
              email: 'ada@post.example',
              phone: '+46 70 123 45 67',
              note: 'calls herself Ada',
              since: '2026-01-01T10:00:00Z',
              updatedAt: 1_700_000_000_000,
              visits: 3,
              status: 'active',
              addresses: { 'ada@post.example': { city: 'London', street: 'St James' } },
              attributes: { nickname: 'Ada' },
              invented: 'Ada',
            },
          ],
          next: null,
        },
        {
          headers: {
            'set-cookie': 'a=b',
            'x-request-id': 'r-1',
            'x-ratelimit-remaining': '49',
            'retry-after': '2',
          },
        },
      ),
    );
    expect(request).toMatchObject({ operationId: 'searchPeople', method: 'POST', path: '/people' });
    expect(request.query).toEqual([
      ['email', expect.stringMatching(/^[A-Z][A-Za-z]+@example\.invalid$/)],
      ['limit', '50'],
    ]);
    expect(request.headers).toEqual({ 'content-type': 'application/json' });
    expect(request.body).toEqual({
      kind: 'json',
      value: { kind: 'person', query: expect.stringMatching(/^[a-z ]{32}$/) },
    });
    expect(answer.headers).toEqual({
      'content-type': 'application/json',
      'x-ratelimit-remaining': '49',
      'retry-after': '2',
    });
    const [, email = ''] = request.query[0] ?? [];
    expect(valueOf(answer)).toEqual({
      people: [
        {
          id: expect.any(Number),
          email: email.toLowerCase(),
          phone: expect.stringMatching(/^\+999 [\d -]+$/),
          note: expect.stringMatching(/^[a-z ]{32}$/),
          since: '2026-01-01T10:00:00Z',
          updatedAt: 1_700_000_000_000,
          visits: 3,
          status: 'active',
          addresses: { [email.toLowerCase()]: { city: expect.not.stringMatching('London') } },
          attributes: {},
        },
      ],
      next: null,
    });
    expect(valueOf(answer)).not.toMatchObject({ people: [{ id: 123456 }] });
  });

  it('replaces a text that merely looks like a listed one, and a time that is none', async () => {
    const person = {
      id: 1,
      status: 'widowed',
      since: 'since she met Ada',
      updatedAt: 2_125_551_234_567_890,
      visits: 9,
    };
    const { answer } = await recorded(search(''), Response.json({ people: [person], next: null }));
    expect(JSON.stringify(answer)).not.toMatch(/widowed|Ada|2125551234567890/);
    expect(valueOf(answer)).toMatchObject({ people: [{ visits: 9 }] });
  });

  it('leads to the pseudonymised next page, in a body and in a header', async () => {
    const next = `${origin}/v1/people?page_token=c2VjcmV0LXBhZ2U%3D&email=ada%40post.example&trace=1`;
    const foreign = 'https://ada.registry.example/v1/people?page_token=c2VjcmV0LXBhZ2U%3D';
    for (const [link, host] of [
      [next, 'https://api.registry.example/v1'],
      [foreign, 'https://example.invalid'],
    ] as const) {
      const { answer } = await recorded(
        search(''),
        Response.json(
          { people: [], next: link },
          { headers: { link: `<${link}>; rel="next"; title="Ada"` } },
        ),
      );
      const { next: kept = '' } = valueOf(answer) as { next?: string };
      expect(kept.startsWith(`${host}/people?`)).toBe(true);
      expect(answer.headers['link']).toBe(`<${kept}>; rel="next"`);
      const { query } = (await recorded(search(new URL(link).search), Response.json({}))).request;
      expect([...new URL(kept).searchParams].sort()).toEqual(query.map((pair) => [...pair]));
    }
  });

  it('keeps of files and of broken bodies how long they are', async () => {
    const file = await recorded(
      tagged('GET', '/files/{fileId}', `${origin}/v1/files/ada-file-1`),
      new Response('personal bytes', { headers: { 'content-type': 'application/pdf; name="Ada.pdf"' } }),
    );
    expect(file.answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/pdf' },
      body: { kind: 'bytes', length: 14 },
    });
    expect(file.request.path).toMatch(/^\/files\/[a-z]{3}-[a-z]{4}-\d$/);
    const broken = await recorded(
      search(''),
      new Response('{"people": ["Ada', { headers: { 'content-type': 'application/json' } }),
    );
    expect(broken.answer.body).toEqual({ kind: 'bytes', length: 16 });
  });

  it('keeps nothing of an answer that is not declared', async () => {
    const { answer } = await recorded(search(''), Response.json({ message: 'Ada' }, { status: 301 }));
    expect(answer).toEqual({
      status: 301,
      headers: { 'content-type': 'application/json' },
      body: { kind: 'none' },
    });
  });

  it('hands the real answer on', async () => {
    const send = recorder().around(
      answering(() => Response.json({ people: [{ id: 1, email: 'ada@post.example' }] })),
    );
    expect(await (await send(search(''))).json()).toEqual({ people: [{ id: 1, email: 'ada@post.example' }] });
  });

  it('takes no more of an answer than a pipeline does', async () => {
    const send = recorder().around(answering(() => new Response('x'.repeat(16 * 1024 ** 2 + 1))));
    await expect(send(search(''))).rejects.toMatchObject({ code: 'vendor_contract' });
  });

  it('refuses an operation that the description does not declare', async () => {
    const send = recorder().around(answering(() => Response.json({})));
    await expect(send(tagged('GET', '/elsewhere', `${origin}/elsewhere`))).rejects.toThrow(
      /does not declare/,
    );
  });
});

describe('a replay', () => {
  const answers = [
    { people: [{ id: 7654321 }], next: 'page-2-token' },
    { people: [], next: null },
    { people: [] },
  ];

  it('answers each request as recorded, in order, and without the key by the pseudonyms', async () => {
    const cassette = await recordedSearches(answers);
    const withKey = new Player(cassette, { openapi, key });
    const first = await (await withKey.send(search('?email=ada%40post.example'))).text();
    expect(first).toBe(JSON.stringify(valueOf(cassette.exchanges[0]!.answer)));
    expect(await (await withKey.send(search('?email=bob%40post.example'))).json()).toEqual({ people: [] });
    expect(await (await withKey.send(search('?email=ada%40post.example'))).json()).toEqual({
      people: [],
      next: null,
    });
    withKey.finish();
    const [, email = ''] = cassette.exchanges[0]!.request.query[0] ?? [];
    const without = new Player(cassette, { openapi });
    expect(await (await without.send(search(`?email=${encodeURIComponent(email)}`))).text()).toBe(first);
    expect(() => {
      without.finish();
    }).toThrow(/2 recorded answers .* were not asked for \(searchPeople\)/);
  });

  it('fails for what was not recorded, saying what differs and no value', async () => {
    const player = new Player(await recordedSearches(answers), { openapi, key });
    const asked = [
      [search('?email=eve%40post.example'), /recorded was another query \(asked are email\)/],
      [search('?email=ada%40post.example', { query: 'Ada' }), /recorded was another body/],
      [tagged('GET', '/people/{personId}', `${origin}/v1/people/5`), /the operation was not recorded/],
    ] as const;
    for (const [request, reason] of asked) {
      const failure = await player.send(request).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'egress_refused', message: expect.stringMatching(reason) });
      expect(String(failure)).not.toContain('@');
    }
    for (let call = 0; call < 2; call += 1) await player.send(search('?email=ada%40post.example'));
    await expect(player.send(search('?email=ada%40post.example'))).rejects.toThrow(
      /less often than it is asked/,
    );
  });

  it('gives a file of the recorded size', async () => {
    const recording = recorder();
    const file = () => tagged('GET', '/files/{fileId}', `${origin}/v1/files/5`);
    const answer = await recording.around(answering(() => new Response('personal bytes')))(file());
    expect(await answer.text()).toBe('personal bytes');
    const player = new Player(recording.cassette(), { openapi, key });
    expect(await (await player.send(file())).text()).toBe('pseudonym pseu');
  });
});

function recorder(): Recorder {
  return new Recorder({ connector: 'registry', scenario: 'a test', openapi, key });
}

function search(query: string, body: unknown = {}): Request {
  return tagged('POST', '/people', `${origin}/v1/people${query}`, {
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'x-trace': 'Ada' },
  });
}

async function recorded(request: Request, response: Response) {
  const recording = recorder();
  const answer = await recording.around(answering(() => response))(request);
  await answer.arrayBuffer();
  return recording.cassette().exchanges[0]!;
}

async function recordedSearches([first, second, other]: readonly unknown[]): Promise<Cassette> {
  const recording = recorder();
  const send = recording.around(
    answering(...[first, other, second].map((body) => () => Response.json(body))),
  );
  for (const name of ['ada', 'bob', 'ada']) await send(search(`?email=${name}%40post.example`));
  return recording.cassette();
}

function valueOf({ body }: Cassette['exchanges'][number]['answer']): unknown {
  return body.kind === 'json' ? body.value : undefined;
}
