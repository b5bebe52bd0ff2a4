import { afterEach, describe, expect, it } from '@jest/globals';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';

const EMAIL = 'grace.hopper@example.com';
let simulator: DriftSimulator;
let now = 0;

afterEach(() => simulator.close());

describe('erasure', () => {
  it('is accepted at once and done after the given look-ups', async () => {
    await start({ erasure: { afterLookups: 2 } });
    const answer = await erase(EMAIL);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { data: { message: expect.stringContaining('processing') } },
    ]);
    expect([await lookUp(), await lookUp(), await lookUp(), await lookUp()]).toEqual([2, 2, 0, 0]);
  });

  it('is done after the given time, not a millisecond earlier', async () => {
    await start({ erasure: { afterMilliseconds: 5000 } });
    await erase(EMAIL);
    now = 4999;
    expect(await lookUp()).toBe(2);
    now = 5000;
    expect(await lookUp()).toBe(0);
  });

  it('processes for ever when told to', async () => {
    await start({ erasure: 'never' });
    await erase(EMAIL);
    now = 10 ** 12;
    for (let look = 0; look < 20; look += 1) expect(await lookUp()).toBe(2);
    expect(simulator.world.erasures).toMatchObject([{ email: EMAIL, done: false }]);
  });

  it('takes contacts, conversations, messages, attachments and users with that e-mail, and leaves strangers alone', async () => {
    await start({ erasure: { afterLookups: 0 }, employees: [EMAIL] });
    const { contacts, conversations, attachments } = simulator.world.expectedRecords(EMAIL);
    const near = 'grace.hopper+news@example.com';
    const stranger = simulator.world.expectedRecords(near);
    const paths = [
      ...contacts.map(({ id }) => `/contacts/${id}`),
      ...conversations.flatMap(({ id }) => [`/conversations/${id}`, `/conversations/${id}/messages`]),
      ...attachments.map(({ id }) => `/attachments/${id}/data`),
    ];
    for (const path of paths) expect((await get(path)).status).toBe(200);
    expect(await (await get('/users/list')).text()).toContain(EMAIL);
    await erase(EMAIL);
    for (const path of paths) expect((await get(path)).status).toBe(404);
    expect(await (await get('/users/list')).text()).not.toContain(EMAIL);
    expect(simulator.world.expectedRecords(EMAIL)).toEqual({
      contacts: [],
      conversations: [],
      messages: [],
      attachments: [],
    });
    expect(simulator.world.expectedRecords(near)).toEqual(stranger);
  });

  it('counts repeated calls and starts nothing anew', async () => {
    await start({ erasure: { afterMilliseconds: 1000 } });
    await erase(EMAIL);
    now = 900;
    await erase(EMAIL);
    now = 1000;
    expect(await lookUp()).toBe(0);
    expect(simulator.world.erasures).toEqual([
      expect.objectContaining({ requestedAt: 0, calls: 2, done: true }),
    ]);
  });

  it('reaches only the spelling that the vendor matches', async () => {
    await start({ erasure: { afterLookups: 0 }, subjects: [{ email: 'Ada@example.com', contacts: 2 }] });
    await erase('Ada@example.com');
    await get('/users/list');
    expect(
      simulator.world.contactsOf('ada@example.com').map(({ attributes }) => attributes['email']),
    ).toEqual(['ada@example.com']);
    await erase('ada@example.com');
    await get('/users/list');
    expect(simulator.world.contactsOf('ada@example.com')).toEqual([]);
  });

  it('accepts an unknown e-mail and refuses a body without one', async () => {
    await start({});
    expect((await erase('nobody@example.com')).status).toBe(200);
    expect((await erase(17)).status).toBe(400);
    expect((await post('/gdpr/delete', 'not json')).status).toBe(400);
  });
});

async function start(options: DriftSimulatorOptions): Promise<void> {
  now = 0;
  simulator = await startDriftSimulator({ conversations: 40, now: () => now, ...options });
}

function erase(email: unknown): Promise<Response> {
  return post('/gdpr/delete', JSON.stringify({ email }));
}

function post(path: string, body: string): Promise<Response> {
  return fetch(simulator.baseUrl + path, { method: 'POST', body, headers: headers() });
}

function get(path: string): Promise<Response> {
  return fetch(simulator.baseUrl + path, { headers: headers() });
}

async function lookUp(): Promise<number> {
  const answer = await get(`/contacts?email=${encodeURIComponent(EMAIL)}`);
  return ((await answer.json()) as { data: readonly unknown[] }).data.length;
}

function headers(): Record<string, string> {
  return { authorization: `Bearer ${simulator.staticToken}`, 'content-type': 'application/json' };
}
