import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views.js';
import { Installation } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';

const email = 'ada.lovelace@example.com';
const id = 'customer-7f3a91';
const shared = [{ kind: 'email', value: email }] as const;
const external = [{ kind: 'external_id', value: id }] as const;

/** Calls that erase. */
const erasing = ['deleteNote', 'deletePerson'];

describe('a deletion one of whose connections fails', () => {
  const installation = new Installation();
  let journal: string[] = [];
  let vendors: MadeUpVendor[] = [];

  beforeAll(() => {
    installMadeUp(installation, [
      { id: 'crm', consumes: ['email', 'external_id'], produces: ['external_id'] },
      { id: 'desk', consumes: ['external_id'], produces: ['email'] },
    ]);
  });

  afterEach(async () => {
    for (const vendor of vendors) await vendor.close();
    vendors = [];
    journal = [];
  });

  afterAll(() => {
    installation.remove();
  });

  /** A CRM that knows the person by e-mail, and a help desk that knows them by the CRM's id only. */
  async function connect(name: string): Promise<readonly [crm: MadeUpVendor, desk: MadeUpVendor]> {
    const crm = await startMadeUpVendor(
      'crm',
      [{ id: 'p1', searchable: [...shared, ...external], handles: external, notes: 3 }],
      journal,
    );
    const desk = await startMadeUpVendor('desk', [{ id: 'd1', searchable: external, notes: 1 }], journal);
    vendors.push(crm, desk);
    const shop = ['--namespace', 'external_id=shop'];
    for (const [connector, vendor] of [
      ['crm', crm],
      ['desk', desk],
    ] as const) {
      const end = await connectMadeUp(installation, connector, `${name}-${connector}`, vendor, ...shop);
      expect({ code: end.code, stderr: end.stderr }).toEqual({ code: 0, stderr: '' });
    }
    return [crm, desk];
  }

  function parametersFor(name: string, ...options: string[]): string[] {
    const chosen = ['crm', 'desk'].flatMap((connector) => ['--connection', `${name}-${connector}`]);
    return ['delete', '--email', email, ...chosen, ...options];
  }

  function request(name: string, ...options: string[]): Promise<RequestView> {
    return installation.request(...parametersFor(name, ...options));
  }

  function places(operations: readonly string[]): readonly number[] {
    return journal.flatMap((entry, index) => (operations.includes(entry.split(' ')[1] ?? '') ? [index] : []));
  }

  it('tries a failed connection again while the plan of another one waits for its approval', async () => {
    const [crm, desk] = await connect('mended-first');
    desk.server.faults.always('findPeople', { kind: 'status', status: 401 });
    const planned = await request('mended-first');
    expect(planned.tasks.map(({ status }) => status)).toEqual(['awaiting_approval', 'incomplete']);
    desk.server.faults.clear();
    const again = await installation.request('wait', planned.id);
    expect(again.tasks.map(({ status }) => status)).toEqual(['awaiting_approval', 'awaiting_approval']);
    expect([crm.people.size, desk.people.size]).toEqual([1, 1]);
    expect(places(erasing)).toEqual([]);
  });

  it('takes an older plan back when a search that came up since failed', async () => {
    const [crm, desk] = await connect('taken-back');
    const second = { kind: 'email', value: 'second@example.net' } as const;
    desk.people.set('d1', { id: 'd1', searchable: external, handles: [second] });
    // The first search succeeds and is planned for; the one by what the desk found does not.
    const hold = desk.server.faults.hold('findPeople');
    const { id: number } = await request('taken-back', '--widen', 'email', '--approve');
    const process = installation.start('request', 'wait', number);
    await hold.arrived;
    const crmTask = async () => (await installation.request('show', number)).tasks[0];
    while ((await crmTask())?.plan === null);
    crm.server.faults.always('findPeople', { kind: 'status', status: 400 });
    hold.release();
    expect((await process.ended).code).toBe(4);
    expect((await crmTask())?.outcomes).toMatchObject([{ resource: 'people', outcome: 'failed' }]);
    expect(journal.filter((entry) => entry.startsWith('crm delete'))).toEqual([]);
    expect(crm.people.size).toBe(1);
  });

  it('erases on the others when a connection cannot be opened, and says why', async () => {
    const [crm, desk] = await connect('unopened');
    const before = readFileSync(`${installation.home}/config.json`, 'utf8');
    const { id: number } = await request('unopened', '--approve');
    writeFileSync(`${installation.home}/config.json`, before.replace(',"connector-desk"', ''));
    const ended = await installation.request('wait', number);
    writeFileSync(`${installation.home}/config.json`, before);
    expect(ended.tasks.map(({ status }) => status)).toEqual(['completed', 'incomplete']);
    expect(ended.tasks[1]?.outcomes[0]?.reason).toContain('There is no connector "desk"');
    expect([crm.people.size, desk.people.size]).toEqual([0, 1]);

    expect((await installation.request('wait', number)).status).toBe('completed');
    expect(desk.people.size).toBe(0);
  });
});
