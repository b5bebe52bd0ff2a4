import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { crmAndDesk, external, erasing } from './crm-and-desk.js';

describe('a deletion one of whose connections fails', () => {
  const { connect, installation, journal, places, request } = crmAndDesk();

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
