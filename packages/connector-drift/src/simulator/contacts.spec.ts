import { afterEach, describe, expect, it } from '@jest/globals';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';
import type { Contact } from './world/contact.js';

const EMAIL = 'Grace.Hopper@example.com';
const SUBJECT = { email: EMAIL, contacts: 3, conversations: 3 };
let simulator: DriftSimulator;

afterEach(() => simulator.close());

describe('contacts', () => {
  it('finds all contacts of an e-mail and nobody else', async () => {
    await start({ emailMatch: 'insensitive' });
    expect(await find(EMAIL)).toEqual(simulator.world.contactsOf(EMAIL));
    expect(await find('nobody@example.com')).toEqual([]);
    expect(await find('grace.hopper+news@example.com')).toHaveLength(1);
  });

  it('tells letter case apart by default', async () => {
    await start({});
    const [exact, lower] = [await find(EMAIL), await find(EMAIL.toLowerCase())];
    expect([exact.length, lower.length]).toEqual([2, 1]);
    expect(await find(EMAIL.toUpperCase())).toEqual([]);
  });

  it('leads to more contacts by the Link header', async () => {
    await start({ emailMatch: 'insensitive', contactsPageSize: 2 });
    const first = await get(`/contacts?email=${encodeURIComponent(EMAIL)}&limit=100`);
    const link = /^<https:\/\/driftapi\.com(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1];
    const second = await get(link!);
    expect(second.headers.get('link')).toBeNull();
    expect([...(await dataOf(first)), ...(await dataOf(second))]).toEqual(simulator.world.contactsOf(EMAIL));
  });

  it('answers one object a page, and 404 for nobody, when told to', async () => {
    await start({ contactAnswer: 'object', emailMatch: 'insensitive' });
    const answer = await get(`/contacts?email=${encodeURIComponent(EMAIL)}`);
    expect(await answer.json()).toEqual({ data: simulator.world.contactsOf(EMAIL)[0] });
    expect(answer.headers.get('link')).toContain('rel="next"');
    expect((await get('/contacts?email=nobody%40example.com')).status).toBe(404);
  });

  it('finds by the customer id, repeated', async () => {
    await start({ strangers: 9 });
    const answer = await get('/contacts?idType=external&id=customer-1&id=3');
    expect((await dataOf(answer)).map(({ attributes }) => attributes['externalId'])).toEqual([
      'customer-1',
      3,
    ]);
  });

  it.each([
    '/contacts?email=a%40b.example&page=2',
    '/contacts',
    '/contacts?email=a%40b.example&limit=0',
    '/contacts/abc',
  ])('answers 400 to %s', async (path) => {
    await start({});
    expect((await get(path)).status).toBe(400);
  });

  it('names CONTACT-10, or ignores what it does not know', async () => {
    await start({});
    const id = simulator.world.contactsOf(EMAIL)[0]!.id;
    expect(await (await get(`/contacts/${id}?expand=1`)).text()).toContain('CONTACT-10');
    await simulator.close();
    await start({ unknownParameters: 'ignore' });
    expect((await get(`/contacts/${id}?expand=1`)).status).toBe(200);
  });

  it.each([
    [401, 'CONTACT-2'],
    [404, 'CONTACT-1'],
  ] as const)('hides contacts from contact_read alone with %i %s', async (hiddenContactStatus, code) => {
    await start({ scopes: ['contact_read'], hiddenContactStatus, emailMatch: 'insensitive' });
    const all = simulator.world.contactsOf(EMAIL);
    expect(await find(EMAIL)).toEqual(all.slice(0, 2));
    const hidden = await get(`/contacts/${all[2]!.id}`);
    expect([hidden.status, await hidden.text()]).toEqual([
      hiddenContactStatus,
      expect.stringContaining(code),
    ]);
  });

  it('takes a deleted contact out of the look-up only', async () => {
    await start({});
    const [first] = await find(EMAIL);
    const before = simulator.world.expectedRecords(EMAIL);
    const answer = await get(`/contacts/${first!.id}`, 'DELETE');
    expect([answer.status, await answer.json()]).toEqual([202, { result: 'OK', ok: true }]);
    expect((await find(EMAIL)).map(({ id }) => id)).not.toContain(first!.id);
    expect((await get(`/contacts/${first!.id}`)).status).toBe(200);
    expect(simulator.world.expectedRecords(EMAIL)).toEqual(before);
    expect((await get('/contacts/1', 'DELETE')).status).toBe(404);
  });
});

async function start(options: DriftSimulatorOptions): Promise<void> {
  simulator = await startDriftSimulator({ subjects: [SUBJECT], conversations: 40, ...options });
}

function get(path: string, method = 'GET'): Promise<Response> {
  return fetch(simulator.baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${simulator.staticToken}` },
  });
}

async function dataOf(answer: Response): Promise<readonly Contact[]> {
  return ((await answer.json()) as { data: readonly Contact[] }).data;
}

async function find(email: string): Promise<readonly Contact[]> {
  return dataOf(await get(`/contacts?email=${encodeURIComponent(email)}`));
}
