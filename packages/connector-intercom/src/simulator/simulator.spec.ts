import { afterEach, describe, expect, it } from '@jest/globals';
import type { IntercomSimulatorOptions } from './options.js';
import { startIntercomSimulator, type IntercomSimulator } from './start-intercom-simulator.js';

const EMAIL = 'grace.hopper@example.com';
const CALLBACK = 'http://127.0.0.1:9/callback';
let simulator: IntercomSimulator;
let now = 0;

// Every answer is compared with openapi/intercom.yaml: closing throws when one was not as described.
afterEach(() => simulator.close());

describe('the simulated Intercom', () => {
  it('gives a token that never expires for a code, names it twice, and renews none', async () => {
    await start();
    const query = new URLSearchParams({
      client_id: simulator.clientId,
      redirect_uri: CALLBACK,
      state: 'a b&c',
    });
    const page = await fetch(`${simulator.authorizationUrl}?${query.toString()}`, { redirect: 'manual' });
    const location = new URL(page.headers.get('location')!);
    expect(location.searchParams.get('state')).toBe('a b&c');
    const code = location.searchParams.get('code')!;
    const tokens = (await (await exchange({ code })).json()) as Record<string, string>;
    expect(tokens).toEqual({
      token_type: 'Bearer',
      token: tokens['access_token'],
      access_token: tokens['token'],
    });
    now += 365 * 86_400_000;
    expect((await call('GET', '/me', { bearer: tokens['token']! })).status).toBe(200);
    expect((await exchange({ code })).status).toBe(400);
    expect((await exchange({ code, client_secret: 'wrong' })).status).toBe(401);
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: tokens['token']! })).status).toBe(
      400,
    );
  });

  it('asks for the version with every call, and for a live token', async () => {
    await start();
    const without = { authorization: `Bearer ${simulator.staticToken}` };
    const answer = await fetch(`${simulator.baseUrl}/me`, { headers: without });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ code: 'intercom_version_invalid' }] },
    ]);
    expect((await call('GET', '/me', { bearer: 'made-up' })).status).toBe(401);
  });

  it.each([
    ['POST', '/contacts/search', 'read_users_companies'],
    ['GET', '/contacts/1', 'read_single_user'],
    ['DELETE', '/contacts/1', 'write_users_companies'],
    ['GET', '/contacts/1/companies', 'read_users_companies'],
    ['GET', '/contacts/1/notes', 'read_users_companies'],
    ['GET', '/events', 'read_events'],
    ['POST', '/conversations/search', 'read_conversations'],
    ['POST', '/conversations/redact', 'write_conversations'],
    ['GET', '/conversations/1', 'read_conversations'],
    ['DELETE', '/conversations/1', 'write_conversations'],
    ['POST', '/tickets/search', 'read_tickets'],
    ['GET', '/tickets/1', 'read_tickets'],
    ['DELETE', '/tickets/1', 'write_tickets'],
  ])('refuses %s %s without %s', async (method, path, scope) => {
    await start();
    const statusWith = async (scopes: readonly string[]) =>
      (await call(method, path, { bearer: simulator.tokens.issueStatic(scopes) })).status;
    expect(await statusWith(['read_admins'])).toBe(403);
    expect(await statusWith([scope])).not.toBe(403);
  });

  it('counts calls in windows of ten seconds and says so in every answer', async () => {
    await start({ requestsPerWindow: 2 });
    const told = async () => {
      const { status, headers } = await call('GET', '/me');
      return [status, ...['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`))];
    };
    const reset = String(now / 1000 + 10);
    expect(await told()).toEqual([200, '2', '1', reset]);
    expect(await told()).toEqual([200, '2', '0', reset]);
    expect(await told()).toEqual([429, '2', '0', reset]);
    now += 10_000;
    expect(await told()).toEqual([200, '2', '1', String(now / 1000 + 10)]);
  });

  it('searches exactly, with its cursor in the body', async () => {
    await start({ pageSize: 1 });
    const first = await search({ field: 'email', operator: '=', value: EMAIL });
    expect([first.data.length, first.total_count]).toEqual([1, 2]);
    const cursor = first.pages.next!.starting_after;
    const second = await search({ field: 'email', operator: '=', value: EMAIL }, { starting_after: cursor });
    expect([second.data.length, second.pages.next]).toEqual([1, undefined]);
    expect(second.data[0]!.id).not.toBe(first.data[0]!.id);
    expect((await search({ field: 'email', operator: '=', value: EMAIL.toUpperCase() })).data).toEqual([]);
  });

  it.each([
    [{ field: 'name', operator: '=', value: 'x' }, {}],
    [{ field: 'email', operator: '~', value: 'x' }, {}],
    [{ operator: 'OR', value: [] }, {}],
    [
      {
        operator: 'OR',
        value: Array.from({ length: 16 }, () => ({ field: 'email', operator: '=', value: 'x' })),
      },
      {},
    ],
    [{ field: 'email', operator: '=', value: 'x' }, { per_page: 151 }],
    [{ field: 'email', operator: '=', value: 'x' }, { starting_after: 'made-up' }],
  ])('refuses to search for %j with %j', async (query, pagination) => {
    await start();
    expect((await call('POST', '/contacts/search', { body: { query, pagination } })).status).toBe(400);
  });

  it('tells a merged contact by 410 and a link, and only where it is read', async () => {
    await start();
    const [user, lead] = simulator.world.expectedRecords(EMAIL).contacts;
    simulator.world.merge(lead!['id'] as string, user!['id'] as string);
    const answer = await call('GET', `/contacts/${String(lead!['id'])}`);
    expect([answer.status, answer.headers.get('link')]).toEqual([
      410,
      `</contacts/${String(user!['id'])}>; rel="canonical"`,
    ]);
    expect((await call('GET', `/contacts/${String(lead!['id'])}/notes`)).status).toBe(404);
    expect((await call('DELETE', `/contacts/${String(lead!['id'])}`)).status).toBe(404);
    expect((await search({ field: 'email', operator: '=', value: EMAIL })).data).toHaveLength(1);
  });

  it('redacts what has a body, a source by a contact, and nothing twice', async () => {
    await start({ subjects: [{ email: EMAIL, contacts: 1, conversations: 1, groupConversations: 0 }] });
    const [{ id, source, parts }] = simulator.world.expectedRecords(EMAIL).conversations as [never] as [
      { id: string; source: { id: string }; parts: { id: string; body: string | null }[] },
    ];
    const redact = (what: object) =>
      call('POST', '/conversations/redact', { body: { conversation_id: id, ...what } });
    const silent = parts.find(({ body }) => body === null)!;
    const statuses = [];
    for (const what of [
      { type: 'source', source_id: source.id },
      { type: 'source', source_id: source.id },
      { type: 'conversation_part', conversation_part_id: parts[0]!.id },
      { type: 'conversation_part', conversation_part_id: silent.id },
      { type: 'conversation_part', conversation_part_id: 'made-up' },
      { type: 'nonsense' },
    ])
      statuses.push((await redact(what)).status);
    expect(statuses).toEqual([200, 400, 200, 400, 404, 400]);
  });

  it.each([
    ['contact_alone', 4],
    ['with_conversations', 1],
  ] as const)('deletes a contact: %s', async (contactDeletion, left) => {
    await start({ contactDeletion, subjects: [{ email: EMAIL, contacts: 1 }] });
    const [contact] = simulator.world.expectedRecords(EMAIL).contacts;
    const id = String(contact!['id']);
    const conversations = () =>
      simulator.world.conversations.filter(({ contactIds }) => contactIds.includes(id));
    expect(conversations()).toHaveLength(4);
    expect((await call('DELETE', `/contacts/${id}`)).status).toBe(200);
    expect((await call('GET', `/contacts/${id}`)).status).toBe(404);
    expect(conversations()).toHaveLength(left);
  });

  it('lists events by URLs to the next page, and none without a contact', async () => {
    await start({ subjects: [{ email: EMAIL, contacts: 1, events: 5 }] });
    const [contact] = simulator.world.expectedRecords(EMAIL).contacts;
    let url = `/events?type=user&intercom_user_id=${String(contact!['id'])}&per_page=2`;
    const lengths = [];
    for (let more = true; more;) {
      const { events, pages } = (await (await call('GET', url)).json()) as {
        events: unknown[];
        pages: { next?: string };
      };
      lengths.push(events.length);
      more = pages.next !== undefined;
      url = pages.next?.slice(simulator.baseUrl.length) ?? '';
    }
    expect(lengths).toEqual([2, 2, 1]);
    expect((await call('GET', '/events?type=user&intercom_user_id=made-up')).status).toBe(404);
  });

  it('knows no option that it does not have', async () => {
    await start();
    await expect(startIntercomSimulator({ nonsense: 1 } as IntercomSimulatorOptions)).rejects.toThrow(
      'no option "nonsense"',
    );
  });
});

async function start(options: IntercomSimulatorOptions = {}): Promise<void> {
  now = Date.UTC(2026, 0, 15, 12);
  simulator = await startIntercomSimulator({ now: () => now, ...options });
}

function call(
  method: string,
  path: string,
  { bearer = simulator.staticToken, body }: { bearer?: string; body?: object } = {},
) {
  const headers = {
    authorization: `Bearer ${bearer}`,
    'intercom-version': '2.16',
    'content-type': 'application/json',
  };
  return fetch(simulator.baseUrl + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

interface Found {
  readonly data: readonly { readonly id: string }[];
  readonly total_count: number;
  readonly pages: { readonly next?: { readonly starting_after: string } };
}

async function search(query: object, pagination: object = {}): Promise<Found> {
  return (await (await call('POST', '/contacts/search', { body: { query, pagination } })).json()) as Found;
}

function exchange(fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams({
    client_id: simulator.clientId,
    client_secret: simulator.clientSecret,
    ...fields,
  });
  return fetch(`${simulator.baseUrl}/auth/eagle/token`, { method: 'POST', body });
}
