import { describe, expect, it } from '@jest/globals';
import { DriftCheck, Recorder } from '../../src/index.js';
import { answering, openapi, tagged } from './registry.js';

const right = { id: 5, email: null, note: { a: 1 }, attributes: { nickname: 'Ada' } };
const search = () => tagged('POST', '/people', 'https://api.registry.example/v1/people', { body: '{}' });

describe('the drift check', () => {
  it('finds nothing in answers that are as described', async () => {
    const addresses = { 'ada@post.example': { city: 'London' } };
    const report = await checked(() => Response.json({ people: [{ ...right, addresses }], next: null }));
    expect(report).toEqual({ answers: 1, mismatches: [], news: [] });
  });

  it('names operation, status, place and what was expected, each once, and no value', async () => {
    const wrong = { ...right, id: 'ada@post.example', visits: 'many' };
    const report = await checked(() => Response.json({ people: [right, wrong, wrong], next: 7 }));
    const place = { operationId: 'searchPeople', status: 200 };
    expect(report.mismatches).toEqual([
      { ...place, pointer: '/people/*/id', expected: 'type integer' },
      { ...place, pointer: '/people/*/visits', expected: 'type integer' },
      { ...place, pointer: '/next', expected: 'type string or null' },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/ada@|many/);
  });

  it.each([
    ['a status among 200, 4XX', () => Response.json({}, { status: 301 })],
    [
      'the media type application/json',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['a body that is JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } })],
    ['a body of application/json', () => new Response(null, { status: 200 })],
  ])('expects %s', async (expected, answer) => {
    expect((await checked(answer)).mismatches).toEqual([expect.objectContaining({ pointer: '', expected })]);
  });

  it('lists new fields as news, but no name that could be data', async () => {
    const addresses = { 'ada@post.example': { city: 'London', zip: 'N1' } };
    const person = { ...right, nickname: 'Ada', addresses, 'ada@post.example': 1 };
    const report = await checked(() => Response.json({ people: [person, person], total: 2 }));
    expect(report.mismatches).toEqual([]);
    expect(report.news.map(({ pointer }) => pointer)).toEqual([
      '/people/*/nickname',
      '/people/*/addresses/*/zip',
      '/people/*/*',
      '/total',
    ]);
  });

  it('compares recordings with another description', async () => {
    const recorder = new Recorder({
      connector: 'registry',
      scenario: 'a test',
      openapi,
      key: 'a key for tests, no secret',
    });
    await recorder.around(answering(() => Response.json({ people: [right], next: null })))(search());
    const changed = structuredClone(openapi);
    changed.components.schemas.Person.required.push('name');
    changed.components.schemas.Person.properties.visits = { type: 'string' };
    for (const [document, count] of [
      [openapi, 0],
      [changed, 1],
    ] as const) {
      const check = new DriftCheck(document);
      check.cassette(recorder.cassette());
      expect(check.report()).toMatchObject({ answers: 1, news: [] });
      expect(check.report().mismatches).toHaveLength(count);
    }
  });
});

async function checked(answer: () => Response) {
  const check = new DriftCheck(openapi);
  await check.around(answering(answer))(search());
  return check.report();
}
