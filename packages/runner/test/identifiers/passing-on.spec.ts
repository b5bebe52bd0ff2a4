import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { Installation } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { readPackage, recordsOf } from '../support/read-package.js';

const email = 'ada.lovelace@example.com';
const otherEmail = 'countess@example.net';
const phone = '+44 20 7946 0018';
const id = 'customer-7f3a91';
const account = 'user-55b2c0';

describe('identifiers that a connection finds', () => {
  const installation = new Installation();
  let crm: MadeUpVendor;
  let desk: MadeUpVendor;

  beforeAll(async () => {
    installMadeUp(installation, [
      { id: 'crm', consumes: ['email', 'phone'], produces: ['email', 'phone', 'external_id'] },
      { id: 'desk', consumes: ['external_id', 'email'], produces: ['email'] },
      { id: 'analytics', consumes: ['user_id'], produces: [] },
    ]);
    crm = await startMadeUpVendor('crm', [
      {
        id: 'p1',
        name: 'Ada',
        searchable: [
          { kind: 'email', value: email },
          { kind: 'email', value: otherEmail },
          { kind: 'phone', value: phone },
        ],
        handles: [
          { kind: 'email', value: email.toUpperCase() },
          { kind: 'email', value: otherEmail },
          { kind: 'phone', value: phone },
          { kind: 'external_id', value: id },
        ],
        notes: 3,
      },
      { id: 'p2', name: 'Ada again', searchable: [{ kind: 'email', value: otherEmail }] },
    ]);
    desk = await startMadeUpVendor('desk', [
      { id: 'd1', name: 'Desk Ada', searchable: [{ kind: 'external_id', value: id }], notes: 1 },
      { id: 'd2', name: 'Stranger', searchable: [{ kind: 'external_id', value: account }] },
    ]);
    await connect('crm', 'crm', crm, '--namespace', 'external_id=shop');
    await connect('desk', 'desk', desk, '--namespace', 'external_id=shop');
  });

  afterAll(async () => {
    await crm.close();
    await desk.close();
    installation.remove();
  });

  async function connect(connector: string, name: string, vendor: MadeUpVendor, ...options: string[]) {
    const end = await connectMadeUp(installation, connector, name, vendor, ...options);
    expect({ code: end.code, stderr: end.stderr }).toEqual({ code: 0, stderr: '' });
    return end.json();
  }

  function access(connections: readonly string[], ...options: string[]): Promise<RequestView> {
    const chosen = connections.flatMap((name) => ['--connection', name]);
    return installation.request('access', '--email', email, ...chosen, ...options, '--wait');
  }

  async function exported(view: RequestView, connection: string, resource: string) {
    const zip = installation.path(`${view.id}.zip`);
    expect(await installation.run('request', 'export', view.id, '--out', zip)).toMatchObject({ code: 0 });
    return recordsOf(await readPackage(zip), connection, resource).map((record) => record.id);
  }

  it('reach those that take ids of the same declared name space, as the kind they take', async () => {
    expect(await connect('analytics', 'analytics', desk, '--namespace', 'user_id=shop')).toMatchObject({
      connection: { namespaces: { user_id: 'shop' } },
    });
    const view = await access(['crm', 'desk', 'analytics']);
    expect(view.tasks.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect(view.status).toBe('completed');
    expect(await exported(view, 'desk', 'people')).toEqual(['d1']);
    expect(view.identifiers).toContainEqual({
      kind: 'external_id',
      namespace: 'shop',
      count: 1,
      given: false,
      foundBy: [{ connection: 'crm', resource: 'people' }],
      used: true,
      reason: null,
    });
  });

  it('wait for nobody to be handed over: the connection that lists them first is read at once', async () => {
    const view = await access(['desk', 'crm']);
    expect(await exported(view, 'desk', 'notes')).toEqual(['d1-1']);
    expect(await exported(view, 'crm', 'notes')).toEqual(['p1-1', 'p1-2', 'p1-3']);
  });

  it('are not passed on to another name space, and a connection nothing is known for says so', async () => {
    await connect('desk', 'other', desk, '--namespace', 'external_id=elsewhere');
    await connect('analytics', 'lonely', desk, '--namespace', 'user_id=elsewhere');
    const before = desk.server.calls.count('findPeople');
    const view = await access(['crm', 'other', 'lonely']);
    expect(desk.server.calls.count('findPeople')).toBe(before + 1);
    expect(view.status).toBe('incomplete');
    expect(view.tasks.map(({ connection, status }) => `${connection} ${status}`)).toEqual([
      'crm completed',
      'lonely incomplete',
      'other completed',
    ]);
    const lonely = view.tasks[1]?.outcomes[0];
    expect(lonely).toMatchObject({ resource: 'people', outcome: 'blocked', count: 0 });
    expect(lonely?.reason).toContain('searched by user_id');
  });

  it('are reported when nobody declared whose they are, and used once that is declared', async () => {
    await connect('crm', 'undeclared', crm);
    await connect('desk', 'helpdesk', desk, '--namespace', 'external_id=web');
    const view = await access(['undeclared', 'helpdesk']);
    expect(await exported(view, 'helpdesk', 'people')).toEqual([]);
    const found = view.identifiers.find(({ kind }) => kind === 'external_id');
    expect(found).toMatchObject({ namespace: null, used: false });
    expect(found?.reason).toContain('--namespace external_id=NAME');

    await connect('crm', 'undeclared', crm, '--namespace', 'external_id=web');
    const again = await installation.request('wait', view.id);
    expect(again.status).toBe('completed');
    expect(await exported(again, 'helpdesk', 'people')).toEqual(['d1']);
    expect(again.identifiers.find(({ kind }) => kind === 'external_id')).toMatchObject({
      namespace: 'web',
      used: true,
      reason: null,
    });
  });

  it('are used once somebody was searched by them, and keep their name space until the request ended', async () => {
    await connect('crm', 'named', crm, '--namespace', 'external_id=first');
    const recorded = await installation.request('access', '--email', email, '--connection', 'named');
    expect(recorded.identifiers).toMatchObject([{ given: true, used: false }]);
    expect(recorded.identifiers[0]?.reason).toContain('dsr request wait');

    const rename = ['--namespace', 'external_id=second'];
    const refused = await connectMadeUp(installation, 'crm', 'named', crm, ...rename);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('record them anew')]);
    const ended = await installation.request('wait', recorded.id);
    expect(ended.identifiers[0]).toMatchObject({ given: true, used: true, reason: null });
    await connect('crm', 'named', crm, ...rename);
  });

  it('do not widen the request to further e-mails and phones, which are reported', async () => {
    const view = await access(['crm']);
    expect(await exported(view, 'crm', 'people')).toEqual(['p1']);
    const personal = view.identifiers.filter(({ namespace }) => namespace === null);
    expect(personal.map(({ kind, given, used, count }) => ({ kind, given, used, count }))).toEqual([
      { kind: 'email', given: true, used: true, count: 1 },
      { kind: 'email', given: false, used: false, count: 1 },
      { kind: 'phone', given: false, used: false, count: 1 },
    ]);
    expect(personal[1]?.reason).toContain('--widen email');
  });

  it('widen it when that is asked for, kind by kind, and find the same thing once', async () => {
    const view = await access(['crm'], '--widen', 'email');
    expect((await exported(view, 'crm', 'people')).sort()).toEqual(['p1', 'p2']);
    expect(view.identifiers.find(({ kind, given }) => kind === 'email' && !given)).toMatchObject({
      used: true,
    });
    expect(view.identifiers.find(({ kind }) => kind === 'phone')).toMatchObject({ used: false });
    const both = await access(['crm'], '--widen', 'email', '--widen', 'phone');
    expect((await exported(both, 'crm', 'people')).sort()).toEqual(['p1', 'p2']);
    expect(both.tasks[0]?.outcomes).toContainEqual({ resource: 'people', outcome: 'exported', count: 2 });
    expect(both.identifiers.find(({ kind }) => kind === 'phone')).toMatchObject({ used: true });
  });

  it('may be named by the request itself', async () => {
    const named = ['--identifier', `shop:${id}`, '--phone', '+44 (20) 7946-0018'];
    const chosen = ['--connection', 'desk', '--connection', 'crm'];
    const view = await installation.request('access', ...named, ...chosen, '--wait');
    expect(await exported(view, 'desk', 'people')).toEqual(['d1']);
    expect(view.identifiers.filter(({ given }) => given)).toMatchObject([
      { kind: 'phone', used: true },
      { kind: 'external_id', namespace: 'shop', used: true },
    ]);
  });

  const unspeakable = 'unspeakable-81c2';
  it.each([
    ['an id of an unknown name space', ['--identifier', `${unspeakable}:1`], /name space .* declare shop/s],
    ['an empty id', ['--identifier', 'shop: '], /1 to 255 characters/],
    ['an id that is too long', ['--identifier', `shop:${unspeakable.repeat(20)}`], /1 to 255 characters/],
    ['a phone without its country', ['--phone', '070 123 45 67'], /country code/],
    ['what is no phone', ['--phone', `+46 ${unspeakable}`], /country code/],
    ['a kind that no connection takes', ['--phone', '+46701234567', '--connection', 'desk'], /searched by/],
  ])('refuses %s without repeating it', async (_, options, sentence) => {
    const { code, stdout, stderr } = await installation.run('request', 'access', ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain(unspeakable);
  });

  it.each([
    ['a kind it does not know', ['--namespace', `shoe_size=${unspeakable}`], /external_id/],
    ['a kind it cannot hold', ['--namespace', `user_id=${unspeakable}`], /external_id/],
    ['no name', ['--namespace', 'external_id='], /1 to 63/],
    ['a name with spaces', ['--namespace', `external_id=${unspeakable} x`], /1 to 63/],
  ])('refuses a connection that declares %s', async (_, options, sentence) => {
    const { code, stderr } = await connectMadeUp(installation, 'crm', 'refused', crm, ...options);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain(unspeakable);
  });
});
