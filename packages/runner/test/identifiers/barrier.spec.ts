import { describe, expect, it } from '@jest/globals';
import type { TaskView } from '../../src/application/views/task-view.js';
import { connectMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { crmAndDesk, email, shared, external, erasing } from './crm-and-desk.js';

/** Calls that find or plan. */
const preparing = ['findPeople', 'listNotes'];

describe('a deletion over several connections', () => {
  const { connect, installation, journal, places, request, vendors } = crmAndDesk();

  function expectEverythingFoundFirst(): void {
    expect(places(erasing).length).toBeGreaterThan(0);
    expect(Math.min(...places(erasing))).toBeGreaterThan(Math.max(...places(preparing)));
  }

  it('erases nothing anywhere before all have found and planned, also when it was approved unseen', async () => {
    const [crm, desk] = await connect('unseen');
    const view = await request('unseen', '--approve', '--wait');
    expect(view.tasks.map(outcomesOf)).toEqual([
      ['notes deleted 3', 'people deleted 1'],
      ['notes deleted 1', 'people deleted 1'],
    ]);
    expect([...crm.people, ...desk.people, ...crm.notes, ...desk.notes]).toEqual([]);
    expectEverythingFoundFirst();
    expect(view.tasks[0]?.outcomes[0]?.reason).toBe('The vendor keeps its number.');
    expect(journal.filter((entry) => entry === 'crm deletePerson')).toHaveLength(1);
  });

  it('holds back what was planned while another vendor is slow to answer', async () => {
    const [, desk] = await connect('slow');
    const hold = desk.server.faults.hold('listNotes');
    const { id: number } = await request('slow', '--approve');
    const process = installation.start('request', 'wait', number);
    await hold.arrived;
    const crmTask = async () => (await installation.request('show', number)).tasks[0];
    while ((await crmTask())?.plan === null);
    // Long enough for the other task to look at the barrier again and again.
    for (let look = 0; look < 3; look += 1) expect(await crmTask()).toMatchObject({ status: 'running' });
    expect(places(erasing)).toEqual([]);
    hold.release();
    expect((await process.ended).code).toBe(0);
    expectEverythingFoundFirst();
  });

  it('plans everything anew after the approval before it erases anything', async () => {
    await connect('approved');
    const planned = await request('approved');
    expect(planned.tasks.map(({ status }) => status)).toEqual(['awaiting_approval', 'awaiting_approval']);
    expect(planned.tasks[0]?.plan?.operations.map(({ resource }) => resource)).toEqual([
      'notes',
      'notes',
      'notes',
      'people',
    ]);
    expect(places(erasing)).toEqual([]);
    await installation.request('approve', planned.id);
    const ended = await installation.request('wait', planned.id);
    expect(ended.status).toBe('completed');
    expectEverythingFoundFirst();
  });

  it('asks again when an identifier that was found since changes an approved plan', async () => {
    const [crm, desk] = await connect('changed');
    desk.people.set('d1', {
      id: 'd1',
      searchable: external,
      handles: [{ kind: 'email', value: 'second@example.net' }],
    });
    const planned = await request('changed', '--widen', 'email');
    crm.people.set('p2', { id: 'p2', searchable: [{ kind: 'email', value: 'third@example.net' }] });
    desk.people.set('d1', {
      id: 'd1',
      searchable: external,
      handles: [{ kind: 'email', value: 'third@example.net' }],
    });
    await installation.request('approve', planned.id);
    const again = await installation.request('wait', planned.id);
    const crmTask = again.tasks.find(({ connector }) => connector === 'crm');
    expect(crmTask).toMatchObject({ status: 'awaiting_approval' });
    expect(crmTask?.plan?.operations).toHaveLength(5);
    expect(journal.filter((entry) => entry.startsWith('crm delete'))).toEqual([]);
    await installation.request('approve', planned.id);
    expect((await installation.request('wait', planned.id)).status).toBe('completed');
    expect([...crm.people.keys()]).toEqual([]);
  });

  it('does without a connection whose key is dead, and carries on only with that one later', async () => {
    const [crm, desk] = await connect('dead');
    desk.server.faults.always('findPeople', { kind: 'status', status: 401 });
    const view = await request('dead', '--approve', '--wait');
    expect(view.status).toBe('incomplete');
    expect(view.tasks.map(outcomesOf)).toEqual([
      ['notes deleted 3', 'people deleted 1'],
      ['people blocked 0'],
    ]);
    expect([...crm.people]).toEqual([]);

    desk.server.faults.clear();
    const before = crm.server.calls.total;
    const again = await installation.request('wait', view.id);
    expect(again.status).toBe('completed');
    expect([...desk.people]).toEqual([]);
    expect(crm.server.calls.total).toBe(before);
  });

  it('does without a connection that is down, once its retries are over', async () => {
    const [crm, desk] = await connect('down');
    desk.server.faults.always('findPeople', { kind: 'status', status: 503 });
    const view = await request('down', '--approve', '--wait');
    expect(view.tasks.map(outcomesOf)).toEqual([
      ['notes deleted 3', 'people deleted 1'],
      ['people failed 0'],
    ]);
    expect(crm.people.size).toBe(0);
    expectEverythingFoundFirst();
  }, 240_000);

  it('sends nothing of a later stage when an earlier one did not end well', async () => {
    const [crm] = await connect('stages');
    crm.server.faults.always('deleteNote', { kind: 'status', status: 409 });
    const view = await request('stages', '--approve', '--wait');
    expect(outcomesOf(view.tasks[0])).toEqual(['notes failed 3', 'people blocked 1']);
    expect(view.tasks[0]?.outcomes[1]?.reason).toContain('dsr request wait');
    expect(crm.people.size).toBe(1);
    expect(crm.server.calls.count('deletePerson')).toBe(0);

    crm.server.faults.clear();
    const again = await installation.request('wait', view.id);
    expect(outcomesOf(again.tasks[0])).toEqual(['notes deleted 3', 'people deleted 1']);
    expect(crm.people.size).toBe(0);
  });

  it('sends it when a later run ends the earlier ones well', async () => {
    const [crm] = await connect('mended');
    crm.server.faults.always('deleteNote', { kind: 'status', status: 401 });
    const view = await request('mended', '--approve', '--wait');
    expect(view.status).toBe('incomplete');
    expect(crm.people.size).toBe(1);
    crm.server.faults.clear();
    const again = await installation.request('wait', view.id);
    expect(outcomesOf(again.tasks[0])).toEqual(['notes deleted 3', 'people deleted 1']);
    expect(crm.people.size).toBe(0);
  });

  /** Kills `request wait` when the vendor's call after the next `skip` arrives. */
  async function killAt(number: string, vendor: MadeUpVendor, skip: number): Promise<void> {
    const process = installation.start('request', 'wait', number);
    const nth = vendor.server.calls.total + 1 + skip;
    const forget = vendor.server.hooks.beforeHandling(nth, async () => {
      process.child.kill('SIGKILL');
      await process.ended;
    });
    expect((await process.ended).code).toBeNull();
    forget();
  }

  it('goes on where it stopped after kill -9, before and after anything was erased', async () => {
    const [crm, desk] = await connect('killed');
    const { id: number } = await request('killed', '--approve');
    for (const skip of [2, 0, 1, 0, 1, 0]) await killAt(number, crm, skip);
    const ended = await installation.request('wait', number);
    expect(ended.tasks.map(outcomesOf)).toEqual([
      ['notes deleted 3', 'people deleted 1'],
      ['notes deleted 1', 'people deleted 1'],
    ]);
    expect([...crm.people, ...desk.people, ...crm.notes, ...desk.notes]).toEqual([]);
    expectEverythingFoundFirst();
  });

  it('goes on at the page of the plan at which it was killed', async () => {
    const person = { id: 'p1', searchable: shared, notes: 3 };
    const crm = await startMadeUpVendor('crm', [person], journal);
    vendors.push(crm);
    await connectMadeUp(installation, 'crm', 'paged', crm);
    const { id: number } = await installation.request(
      'delete',
      '--email',
      email,
      '--connection',
      'paged',
      '--approve',
    );
    // What arrives after the search and the first page.
    await killAt(number, crm, 2);
    expect(journal).toEqual(['crm account', 'crm findPeople', 'crm listNotes']);
    const ended = await installation.request('wait', number);
    expect(outcomesOf(ended.tasks[0])).toEqual(['notes deleted 3', 'people deleted 1']);
    // The first page once, the second one a second time.
    expect(crm.server.calls.count('listNotes')).toBe(3);
    expect(ended.tasks[0]?.plan?.operations).toHaveLength(4);
  });
});

/** `resource outcome count` of each outcome. */
function outcomesOf(task: TaskView | undefined): readonly string[] {
  return (task?.outcomes ?? [])
    .map(({ resource, outcome, count }) => `${resource} ${outcome} ${count}`)
    .sort();
}
